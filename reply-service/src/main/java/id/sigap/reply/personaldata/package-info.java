/** Keeps citizens' numbers and addresses out of lists, where nobody needs them. */
@NullMarked
package id.sigap.reply.personaldata;

import org.jspecify.annotations.NullMarked;
