/** Who is at work, and the handing out and taking back of cases. */
@NullMarked
package id.sigap.reply.duty;

import org.jspecify.annotations.NullMarked;
