package id.sigap.reply.sending;

import id.sigap.contracts.SendFailure;
import id.sigap.reply.dispatch.Backoff;
import id.sigap.reply.dispatch.Breaker;
import id.sigap.reply.dispatch.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Attempts sorted by what is to be written of them. */
final class SortedOutcomes {
    final List<OutcomeStore.Accepted> accepted = new ArrayList<>();
    final List<OutcomeStore.Failed> failed = new ArrayList<>();
    final List<OutcomeStore.Failed> unknown = new ArrayList<>();
    final List<OutcomeStore.Retry> retries = new ArrayList<>();
    final List<OutcomeStore.Pause> pauses = new ArrayList<>();
    final List<String> working = new ArrayList<>();
    final List<OutcomeStore.Trouble> unclear = new ArrayList<>();

    SortedOutcomes(Collection<Attempt> attempts) {
        attempts.forEach(attempt -> attempt.outcome().fold(new Sorting(attempt)));
    }

    private final class Sorting implements SendOutcome.Fold<Boolean> {
        private final Attempt attempt;
        private final Outgoing outgoing;

        Sorting(Attempt attempt) {
            this.attempt = attempt;
            this.outgoing = attempt.outgoing();
        }

        @Override
        public Boolean accepted(SendOutcome.Accepted outcome) {
            working.add(outgoing.account());
            return accepted.add(new OutcomeStore.Accepted(
                    outgoing.replyId(), outgoing.attemptId(), outgoing.caseId(), outcome.externalId(), attempt.at()));
        }

        @Override
        public Boolean refusedForGood(SendOutcome.RefusedForGood outcome) {
            return failed.add(failure(SendFailure.REFUSED, outcome.code()));
        }

        @Override
        public Boolean retryLater(SendOutcome.RetryLater outcome) {
            Duration wait = Backoff.after(outgoing.attempts(), outcome.after());
            if (Breaker.counts(outcome)) {
                // No pause of its own: the circuit decides when the channel is tried again.
                unclear.add(new OutcomeStore.Trouble(outgoing.account(), outcome.code()));
            } else if (outcome.wholeAccount()) {
                pauses.add(new OutcomeStore.Pause(outgoing.account(), outcome.code(), wait));
            }
            if (outgoing.attempts() >= Backoff.MOST_ATTEMPTS) {
                return failed.add(failure(SendFailure.REFUSED, "given-up: " + outcome.code()));
            }
            return retries.add(
                    new OutcomeStore.Retry(outgoing.replyId(), outgoing.attemptId(), outcome.code(), wait, false));
        }

        @Override
        public Boolean accountHeld(SendOutcome.AccountHeld outcome) {
            pauses.add(new OutcomeStore.Pause(outgoing.account(), outcome.code(), Backoff.HELD));
            return retries.add(new OutcomeStore.Retry(
                    outgoing.replyId(), outgoing.attemptId(), outcome.code(), Duration.ZERO, true));
        }

        @Override
        public Boolean unknown(SendOutcome.Unknown outcome) {
            if (Breaker.counts(outcome)) {
                unclear.add(new OutcomeStore.Trouble(outgoing.account(), "unclear-outcomes"));
            }
            return unknown.add(failure(SendFailure.UNKNOWN, outcome.code()));
        }

        @Override
        public Boolean windowClosed(SendOutcome.WindowClosed outcome) {
            return failed.add(failure(SendFailure.WINDOW_CLOSED, outcome.code()));
        }

        private OutcomeStore.Failed failure(SendFailure failure, String code) {
            return new OutcomeStore.Failed(
                    outgoing.replyId(), outgoing.attemptId(), outgoing.caseId(), failure, code, attempt.at());
        }
    }
}
