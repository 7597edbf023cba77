package id.sigap.metrics.recount;

import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.figure.ApprovalFigures;
import id.sigap.metrics.figure.AttemptFigures;
import id.sigap.metrics.figure.ClosureFigures;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Proportion;
import id.sigap.metrics.figure.Quantile;
import id.sigap.metrics.figure.Share;
import java.util.Arrays;
import java.util.TreeMap;

/** Figures as they were shown, in the words of {@link SlowFigures}. */
public final class ShownFigures {
    private ShownFigures() {}

    /** Of a group. */
    public static TreeMap<String, String> of(Figures figures) {
        TreeMap<String, String> shown = new TreeMap<>();
        shown.put("n", String.valueOf(figures.n()));
        shown.put("events", String.valueOf(figures.events()));
        shown.put("waiting", String.valueOf(figures.waiting()));
        shown.put("closed", String.valueOf(figures.closed()));
        shown.put("withdrawn", String.valueOf(figures.withdrawn()));
        shown.put("within", share(figures.within()));
        shown.put("ignored", share(figures.ignored()));
        shown.put("onTime", share(figures.onTime()));
        shown.put("p50", quantile(figures.p50()));
        shown.put("p90", quantile(figures.p90()));
        shown.put("p95", quantile(figures.p95()));
        shown.put(
                "working.n",
                figures.working().n() + " of "
                        + (figures.working().n() + figures.working().unknown()));
        shown.put("working.within", share(figures.working().within()));
        shown.put("working.ignored", share(figures.working().ignored()));
        shown.put("working.p50", quantile(figures.working().p50()));
        shown.put("working.p90", quantile(figures.working().p90()));
        shown.put("working.p95", quantile(figures.working().p95()));
        ApprovalFigures approval = figures.approval();
        AttemptFigures attempts = figures.attempts();
        ClosureFigures closures = figures.closures();
        if (approval != null && attempts != null && closures != null) {
            Decomposition parts = figures.parts();
            shown.put("parts", Arrays.toString(new long[] {
                parts.ingest(), parts.triage(), parts.queue(), parts.draft(), parts.approval(), parts.send()
            }));
            shown.put("approval.share", String.valueOf(approval.share()));
            TreeMap<Integer, Long> counts = new TreeMap<>();
            attempts.counts().forEach(cell -> counts.put(cell.messages(), cell.count()));
            shown.put("attempts", counts.toString());
            TreeMap<Integer, String> medians = new TreeMap<>();
            approval.levels()
                    .forEach(level -> medians.put(
                            level.level(),
                            level.wall().n() + ": " + level.wall().p50().seconds()));
            shown.put("approvals", medians.toString());
            shown.put(
                    "closures",
                    closures.n() + ", " + share(closures.reopened()) + " reopened, "
                            + closures.transfers().handOffs() + " hand-offs");
            shown.put(
                    "rating",
                    share(closures.rating().top()) + "/"
                            + closures.rating().answerRate().of());
        }
        return shown;
    }

    private static String share(Share share) {
        return share.count() + "/" + share.matured();
    }

    private static String share(Proportion share) {
        return share.count() + "/" + share.of();
    }

    private static String quantile(Quantile quantile) {
        return quantile.notReached() ? "not reached" : String.valueOf(quantile.seconds());
    }
}
