/** The way of an answer to its channel: states, what a channel's answer means, and when to try again. */
@NullMarked
package id.sigap.reply.dispatch;

import org.jspecify.annotations.NullMarked;
