package id.sigap.reply.policy;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.ReplyPolicy;
import java.time.Duration;

/**
 * How an answer is released: whether we may answer by ourselves. What we answer is decided elsewhere.
 *
 * @param release the agency's rule
 * @param window how long a released answer can still be taken back
 * @param because which policy of the directory decided, e.g. {@code replies[0]: kinds praise}
 */
public record ReleaseDecision(Release release, Duration window, String because) {
    /** One that no policy made. */
    public ReleaseDecision(Release release, Duration window) {
        this(release, window, "");
    }

    /** What the agency's reply policies say to an answer to what these facts describe. */
    public static ReleaseDecision of(Agency agency, Facts facts) {
        int rule = agency.releaseRule(facts);
        ReplyPolicy policy = agency.replies().get(rule);
        return new ReleaseDecision(
                policy.then(),
                policy.window(),
                "replies[" + rule + "]: " + policy.when().summary());
    }

    /** Whether the system may release its own draft. */
    public boolean automatic() {
        return release.approvals() == 0;
    }
}
