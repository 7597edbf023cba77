package id.sigap.reply.desk;

import id.sigap.reply.api.CaseReader;
import id.sigap.reply.api.CaseViews;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue as the left pane shows it, and what comes next in it. */
@ApplicationScoped
class Queue {
    private static final int ROWS = 50;

    private final CaseReader reader;
    private final QueueCounts counts;
    private final SavedViews views;
    private final CurrentDirectory directory;
    private final Clock clock = Clock.systemUTC();

    Queue(CaseReader reader, QueueCounts counts, SavedViews views, CurrentDirectory directory) {
        this.reader = reader;
        this.counts = counts;
        this.views = views;
        this.directory = directory;
    }

    /** The rows behind a cursor. */
    Uni<QueuePage> page(Caller caller, QueueFilter filter, @Nullable String after, DeskWords words) {
        return Uni.combine()
                .all()
                .unis(reader.page(filter.ask(caller, ROWS, clock.instant()).after(after)), counts.of(caller))
                .asTuple()
                .map(found -> QueuePage.of(
                        found.getItem1(), found.getItem2(), directory.get(), filter, after, clock.instant(), words));
    }

    /** The rows with what stands around them. */
    Uni<Pane> pane(Caller caller, QueueFilter filter, @Nullable String after, DeskWords words) {
        return Uni.combine()
                .all()
                .unis(page(caller, filter, after, words), views.of(caller))
                .asTuple()
                .map(found -> new Pane(
                        found.getItem1(),
                        filter.choices(words, directory.get(), caller),
                        filter.get(QueueFilter.Field.WORDS),
                        filter.narrows(),
                        found.getItem2()));
    }

    /** The case behind this one, or else the first; null when there is no other. */
    Uni<CaseViews.@Nullable Line> next(Caller caller, QueueFilter filter, CaseViews.Line now) {
        return reader.page(filter.ask(caller, 1, clock.instant()).behind(now))
                .flatMap(behind -> behind.items().isEmpty()
                        ? reader.page(filter.ask(caller, 2, clock.instant()))
                        : Uni.createFrom().item(behind))
                .map(page -> page.items().stream()
                        .filter(line -> !line.caseId().equals(now.caseId()))
                        .findFirst()
                        .orElse(null));
    }

    /**
     * The left pane.
     *
     * @param page the rows
     * @param choices the fields of the filter
     * @param sought what is searched for
     * @param narrows whether the filter leaves something out
     * @param views the person's own filters
     */
    record Pane(
            QueuePage page,
            List<QueueFilter.Choice> choices,
            String sought,
            boolean narrows,
            List<SavedViews.View> views) {}
}
