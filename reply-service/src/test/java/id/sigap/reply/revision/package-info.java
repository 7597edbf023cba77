@NullMarked
package id.sigap.reply.revision;

import org.jspecify.annotations.NullMarked;
