/** How good drafts are, measured on messages that were written for it. */
@NullMarked
package id.sigap.reply.evaluation;

import org.jspecify.annotations.NullMarked;
