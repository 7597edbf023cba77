/** Keeps citizens' numbers and addresses out of lists, where nobody needs them, and finds them in what we write. */
@NullMarked
package id.sigap.reply.personaldata;

import org.jspecify.annotations.NullMarked;
