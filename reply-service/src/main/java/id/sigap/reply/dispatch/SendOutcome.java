package id.sigap.reply.dispatch;

import java.time.Duration;

/**
 * What one attempt to send came to. The distinction that matters is what is <em>proved</em>: only what the channel
 * provably did not accept is ever tried again by itself.
 */
public sealed interface SendOutcome {
    /** Applies the function for this outcome's own kind. */
    <R> R fold(Fold<R> fold);

    /** One function per kind of outcome. */
    interface Fold<R> {
        /** For {@link Accepted}. */
        R accepted(Accepted outcome);

        /** For {@link RefusedForGood}. */
        R refusedForGood(RefusedForGood outcome);

        /** For {@link RetryLater}. */
        R retryLater(RetryLater outcome);

        /** For {@link AccountHeld}. */
        R accountHeld(AccountHeld outcome);

        /** For {@link Unknown}. */
        R unknown(Unknown outcome);

        /** For {@link WindowClosed}. */
        R windowClosed(WindowClosed outcome);
    }

    /**
     * The channel took it.
     *
     * @param externalId the channel's id of it
     */
    record Accepted(String externalId) implements SendOutcome {
        @Override
        public <R> R fold(Fold<R> fold) {
            return fold.accepted(this);
        }
    }

    /**
     * The channel will never take it.
     *
     * @param code the channel's code, or our own word
     */
    record RefusedForGood(String code) implements SendOutcome {
        @Override
        public <R> R fold(Fold<R> fold) {
            return fold.refusedForGood(this);
        }
    }

    /**
     * Provably not accepted; another time it may be.
     *
     * @param code the channel's code, or our own word
     * @param after what the channel asked for; zero when it said nothing
     * @param wholeAccount whether the account must wait, not only this conversation
     */
    record RetryLater(String code, Duration after, boolean wholeAccount) implements SendOutcome {
        @Override
        public <R> R fold(Fold<R> fold) {
            return fold.retryLater(this);
        }
    }

    /**
     * Provably not accepted, and the account takes nothing until a person acts, e.g. renews its token.
     *
     * @param code the channel's code, or our own word
     */
    record AccountHeld(String code) implements SendOutcome {
        @Override
        public <R> R fold(Fold<R> fold) {
            return fold.accountHeld(this);
        }
    }

    /**
     * It may have been accepted, or not.
     *
     * @param code what happened, in a word
     */
    record Unknown(String code) implements SendOutcome {
        /** We ended, or lost the database, before we had written down what the channel said. */
        public static final Unknown INTERRUPTED = new Unknown("interrupted");

        @Override
        public <R> R fold(Fold<R> fold) {
            return fold.unknown(this);
        }
    }

    /**
     * The channel takes no free-form reply in this conversation any more.
     *
     * @param code the channel's code, or our own word
     */
    record WindowClosed(String code) implements SendOutcome {
        @Override
        public <R> R fold(Fold<R> fold) {
            return fold.windowClosed(this);
        }
    }
}
