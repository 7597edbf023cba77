/** The page on which a citizen without login follows what became of their message. */
@NullMarked
package id.sigap.reply.tracking;

import org.jspecify.annotations.NullMarked;
