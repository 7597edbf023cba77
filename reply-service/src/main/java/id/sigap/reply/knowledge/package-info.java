/** Articles of an agency's knowledge base, and which of them answers a text: decisions without I/O. */
@NullMarked
package id.sigap.reply.knowledge;

import org.jspecify.annotations.NullMarked;
