package id.sigap.reply.approval;

import java.util.function.Function;

/** What became of a submission, an approval, a rejection or an edit. Whoever gets it performs it. */
public sealed interface Verdict {
    /** Applies the function for this outcome's own kind. */
    <R> R fold(
            Function<Awaits, R> awaits,
            Function<Released, R> released,
            Function<Returned, R> returned,
            Function<Refused, R> refused);

    /**
     * It waits for an approval.
     *
     * @param level which, from 1
     */
    record Awaits(int level) implements Verdict {
        @Override
        public <R> R fold(
                Function<Awaits, R> awaits,
                Function<Released, R> released,
                Function<Returned, R> returned,
                Function<Refused, R> refused) {
            return awaits.apply(this);
        }
    }

    /** It has all that its release takes, and may be sent. */
    record Released() implements Verdict {
        @Override
        public <R> R fold(
                Function<Awaits, R> awaits,
                Function<Released, R> released,
                Function<Returned, R> returned,
                Function<Refused, R> refused) {
            return released.apply(this);
        }
    }

    /**
     * It is a draft again.
     *
     * @param level the approval that it waited for, from 1; 0 when it waited for none
     * @param voided how many approvals no longer count
     */
    record Returned(int level, int voided) implements Verdict {
        @Override
        public <R> R fold(
                Function<Awaits, R> awaits,
                Function<Released, R> released,
                Function<Returned, R> returned,
                Function<Refused, R> refused) {
            return returned.apply(this);
        }
    }

    /**
     * Nothing changed.
     *
     * @param why the reason
     */
    record Refused(Refusal why) implements Verdict {
        @Override
        public <R> R fold(
                Function<Awaits, R> awaits,
                Function<Released, R> released,
                Function<Returned, R> returned,
                Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
