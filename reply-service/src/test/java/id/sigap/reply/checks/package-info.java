@NullMarked
package id.sigap.reply.checks;

import org.jspecify.annotations.NullMarked;
