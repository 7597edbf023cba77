/** Who gets which case: in turn, by what they can take and how much. Pure decisions. */
@NullMarked
package id.sigap.reply.assignment;

import org.jspecify.annotations.NullMarked;
