package id.sigap.reply.sending;

import id.sigap.reply.dispatch.SendOutcome;
import java.time.Instant;

/**
 * A finished attempt.
 *
 * @param outgoing what was sent
 * @param outcome what came of it
 * @param at when that was known
 */
record Attempt(Outgoing outgoing, SendOutcome outcome, Instant at) {}
