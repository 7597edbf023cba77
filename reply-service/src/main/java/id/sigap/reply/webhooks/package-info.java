/** Tells other systems of cases, by the rules of Standard Webhooks: signed, retried, logged, replayed. */
@NullMarked
package id.sigap.reply.webhooks;

import org.jspecify.annotations.NullMarked;
