package id.sigap.reply.checks;

import id.sigap.contracts.directory.ReplyCheck;
import java.util.List;
import java.util.function.Function;

/** What one check says of a reply. */
public sealed interface CheckResult {
    /** Which check. */
    ReplyCheck check();

    /** Applies the function for this outcome's own kind. */
    <R> R fold(Function<Allowed, R> allowed, Function<Found, R> found);

    /** Whether the reply must not go on like this. */
    default boolean blocks() {
        return fold(allowed -> false, found -> found.severity() == ReplyCheck.Severity.BLOCKING);
    }

    /**
     * Nothing to say against it.
     *
     * @param check which check
     */
    record Allowed(ReplyCheck check) implements CheckResult {
        @Override
        public <R> R fold(Function<Allowed, R> allowed, Function<Found, R> found) {
            return allowed.apply(this);
        }
    }

    /**
     * Something is to be said against it.
     *
     * @param check which check
     * @param severity what that does to the reply, by the agency's directory
     * @param findings at least one, in the order of the text
     */
    record Found(ReplyCheck check, ReplyCheck.Severity severity, List<Finding> findings) implements CheckResult {
        /** Copies; refuses an empty list. */
        public Found {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("what is found is something");
            }
        }

        @Override
        public <R> R fold(Function<Allowed, R> allowed, Function<Found, R> found) {
            return found.apply(this);
        }
    }
}
