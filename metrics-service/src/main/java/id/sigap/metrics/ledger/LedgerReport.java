package id.sigap.metrics.ledger;

import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.metrics.turn.LedgerCount;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the ledger from the published lines. */
@Singleton
public class LedgerReport {
    private final PublishedFigures published;

    /** Over what was published. */
    public LedgerReport(PublishedFigures published) {
        this.published = published;
    }

    /** The ledger of agencies in a span; of one channel, or all for null. */
    public Ledger read(Set<String> agencies, Span span, @Nullable String channel) {
        List<Ledger.Line> lines = new ArrayList<>();
        LedgerCount[] total = {LedgerCount.NONE};
        for (String agency : agencies) {
            published.lines(agency, (key, count) -> {
                boolean wanted = span.holds(key.hour())
                        && (channel == null || channel.equals(key.channel().wire()));
                if (wanted && !count.equals(LedgerCount.NONE)) {
                    total[0] = total[0].plus(count);
                    lines.add(new Ledger.Line(agency, key.channel().wire(), key.startsAt(), Ledger.Balance.of(count)));
                }
            });
        }
        lines.sort(Comparator.comparing(Ledger.Line::agency)
                .thenComparing(Ledger.Line::channel)
                .thenComparing(Ledger.Line::hour));
        boolean balances = lines.stream().allMatch(line -> line.messages().difference() == 0);
        return new Ledger(span.from(), span.to(), balances, Ledger.Balance.of(total[0]), lines);
    }
}
