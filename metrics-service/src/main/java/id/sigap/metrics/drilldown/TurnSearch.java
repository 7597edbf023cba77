package id.sigap.metrics.drilldown;

import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.metrics.turn.TurnRow;
import id.sigap.runtime.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the turns behind a figure, page by page. */
@Singleton
public class TurnSearch {
    /** How many turns one page looks at: what is rare does not hold a request for minutes. */
    static final int MOST_LOOKED_AT = 100_000;

    private final PublishedFigures published;

    /** Over what was published. */
    public TurnSearch(PublishedFigures published) {
        this.published = published;
    }

    /**
     * What is looked for.
     *
     * @param selection whose
     * @param span when they began
     * @param behind the figure that counts them
     * @param target T of within(T)
     * @param limit H of ignored(H)
     */
    public record Wanted(Selection selection, Span span, Behind behind, Duration target, Duration limit) {}

    /**
     * A page.
     *
     * @param after the {@code next} of the page before; null for the first
     * @param most how many turns it may have
     * @throws ProblemException 400 naming {@code after} if it is of another question
     */
    public TurnPage page(Wanted wanted, @Nullable String after, int most, Instant now) {
        Cursor cursor = Cursor.of(after, wanted.selection().agencies());
        Page page = new Page(wanted, most, now.toEpochMilli());
        for (String agency : wanted.selection().agencies().stream().sorted().toList()) {
            int place = cursor == null ? 1 : agency.compareTo(cursor.agency());
            if (place >= 0) {
                String behind = cursor == null || place > 0 ? null : cursor.key();
                published.turns(agency, wanted.span().from(), wanted.span().to(), behind, page::take);
            }
            if (page.full()) {
                break;
            }
        }
        return new TurnPage(now, page.turns, page.next);
    }

    /** A page that fills. */
    static final class Page {
        private final List<TurnPage.One> turns = new ArrayList<>();
        private final Wanted wanted;
        private final Behind.Moments moments;
        private final int most;
        private int lookedAt;
        private @Nullable String next;

        Page(Wanted wanted, int most, long now) {
            this.wanted = wanted;
            this.most = most;
            this.moments = new Behind.Moments(
                    now, wanted.target().toMillis(), wanted.limit().toMillis());
        }

        /** Takes a turn if it is wanted; false when the page ends with it. */
        boolean take(TurnRow row) {
            lookedAt++;
            if (wanted.selection().wants(row) && wanted.behind().holds(row, moments)) {
                turns.add(TurnPage.One.of(row, moments.now()));
            }
            if (turns.size() >= most || lookedAt >= MOST_LOOKED_AT) {
                next = Cursor.told(row);
            }
            return next == null;
        }

        boolean full() {
            return next != null;
        }
    }
}
