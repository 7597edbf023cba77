@NullMarked
package id.sigap.reply.policy;

import org.jspecify.annotations.NullMarked;
