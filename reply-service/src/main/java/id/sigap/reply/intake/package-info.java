/** From the topics to cases and drafts: one transaction per batch, whatever its size. */
@NullMarked
package id.sigap.reply.intake;

import org.jspecify.annotations.NullMarked;
