/** Carries released answers to the channels: claims, calls outside any transaction, records what came of it. */
@NullMarked
package id.sigap.reply.sending;

import org.jspecify.annotations.NullMarked;
