/** The life of a case and what a citizen's message does to it: decisions without I/O. */
@NullMarked
package id.sigap.reply.cases;

import org.jspecify.annotations.NullMarked;
