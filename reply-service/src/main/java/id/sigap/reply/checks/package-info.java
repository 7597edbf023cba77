/** The named rules that look at every reply before anybody reads it: decisions without I/O, in linear time. */
@NullMarked
package id.sigap.reply.checks;

import org.jspecify.annotations.NullMarked;
