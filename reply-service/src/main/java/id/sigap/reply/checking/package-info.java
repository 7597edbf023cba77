/** Reads what the checks look at, and has them look: at what is drafted, typed, submitted, approved and sent. */
@NullMarked
package id.sigap.reply.checking;

import org.jspecify.annotations.NullMarked;
