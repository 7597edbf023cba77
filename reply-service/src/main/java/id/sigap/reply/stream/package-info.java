/** Tells open desks that a case changed, and nothing more. */
@NullMarked
package id.sigap.reply.stream;

import org.jspecify.annotations.NullMarked;
