package id.sigap.reply.checking;

import id.sigap.contracts.directory.Facts;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.checks.CheckResult;
import id.sigap.reply.checks.CheckedReply;
import id.sigap.reply.checks.Finding;
import id.sigap.reply.checks.ReplyChecks;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the checks said of a text for a case.
 *
 * @param state where the reply stands that has the text; absent when it is only being typed
 * @param reply what they looked at
 * @param agency whose answer it is
 * @param facts of the case, on which the policy decides
 * @param results one for each check
 */
public record CheckedAnswer(
        @Nullable ReplyState state, CheckedReply reply, String agency, Facts facts, List<CheckResult> results) {
    /** Copies. */
    public CheckedAnswer {
        results = List.copyOf(results);
    }

    static CheckedAnswer of(@Nullable ReplyState state, CheckedReply reply, String agency, Facts facts) {
        return new CheckedAnswer(state, reply, agency, facts, ReplyChecks.of(reply));
    }

    /** Whether a check forbids that it goes on like this. */
    public boolean blocked() {
        return ReplyChecks.blocked(results);
    }

    /**
     * Passes unless a check forbids that it goes on like this.
     *
     * @param textHash of the text that goes on
     * @throws ProblemException 422 with the check as its code and the span in its field; 409 when another text was
     *     checked, because somebody changed it in the same moment
     */
    public void mustPass(String textHash) {
        if (!TextHash.of(reply.body()).equals(textHash)) {
            throw ProblemException.conflict("conflict", "Somebody else was faster; look again.");
        }
        for (CheckResult result : results) {
            if (result.blocks()) {
                throw result.fold(
                        allowed -> new IllegalStateException("what is allowed does not block"),
                        CheckedAnswer::blocking);
            }
        }
    }

    private static ProblemException blocking(CheckResult.Found found) {
        Finding first = found.findings().get(0);
        String span = String.format(Locale.ROOT, "body[%d..%d]", first.start(), first.end());
        return new ProblemException(Problem.of(
                422,
                "check-" + found.check().wire(),
                "A check forbids it",
                found.check().wire() + ", characters " + first.start() + " to " + first.end() + ": "
                        + first.why().english(),
                span));
    }
}
