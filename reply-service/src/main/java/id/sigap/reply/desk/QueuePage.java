package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.cases.CaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queue as it is shown.
 *
 * @param rows in the queue's order
 * @param summary how many are shown
 * @param empty what is said when there are none
 * @param query the address's query of what is shown, without the page
 * @param here the same with the page
 * @param first the address's query of the first page; null on the first
 * @param next the query of the next page; null on the last
 * @param tabs the ways to look that everybody needs, with how many wait there
 */
record QueuePage(
        List<Row> rows,
        String summary,
        String empty,
        String query,
        String here,
        @Nullable String first,
        @Nullable String next,
        List<Tab> tabs) {
    /** From what the reader found behind a cursor. */
    static QueuePage of(
            CaseViews.Page page,
            QueueCounts.Counts counts,
            Directory directory,
            QueueFilter filter,
            @Nullable String after,
            Instant now,
            DeskWords words) {
        List<Row> rows = page.items().stream()
                .map(line -> Row.of(line, directory, now, words))
                .toList();
        return new QueuePage(
                rows,
                words.summary(
                        rows.size(),
                        page.next() != null,
                        rows.stream().filter(Row::late).count()),
                filter.narrows() ? words.nothingFits() : words.nothingWaits(),
                filter.query(),
                after == null ? filter.query() : filter.after(after),
                after == null ? null : "/" + filter.query(),
                page.next() == null ? null : filter.after(page.next()),
                tabs(filter, counts, words));
    }

    private static List<Tab> tabs(QueueFilter filter, QueueCounts.Counts counts, DeskWords words) {
        QueueFilter all = QueueFilter.ordinary();
        return List.of(
                tab(Say.WAITING.by(words), counts.waiting(), all, filter),
                tab(Say.MINE.by(words), counts.mine(), all.with(QueueFilter.Field.ASSIGNEE, QueueFilter.MINE), filter),
                tab(Say.LATE.by(words), counts.late(), all.with(QueueFilter.Field.DUE, QueueFilter.LATE), filter),
                tab(
                        Say.FREE.by(words),
                        counts.unassigned(),
                        all.with(QueueFilter.Field.ASSIGNEE, QueueFilter.NOBODYS),
                        filter));
    }

    private static Tab tab(String label, long count, QueueFilter way, QueueFilter here) {
        return new Tab(label, count, "/" + way.query(), way.equals(here));
    }

    /** A way to look at the queue. */
    record Tab(String label, long count, String address, boolean here) {}

    /**
     * One case of the queue, in words.
     *
     * @param waitsSince in milliseconds since 1970; 0 when nothing waits
     * @param dueAt in milliseconds since 1970; 0 when nothing waits
     */
    record Row(
            UUID id,
            String number,
            String channel,
            long waitsSince,
            long dueAt,
            String waiting,
            String due,
            boolean late,
            @Nullable String words,
            String urgency,
            String urgencyClass,
            String kind,
            String kindClass,
            String topic,
            String unit,
            @Nullable String assignee,
            String state,
            String stateClass,
            boolean stateTold) {
        static Row of(CaseViews.Line line, Directory directory, Instant now, DeskWords words) {
            CaseState state = CaseState.of(line.state());
            Urgency urgency = Urgency.of(line.urgency());
            Kind kind = Kind.of(line.kind());
            @Nullable Instant since = line.waitingSince();
            return new Row(
                    line.caseId(),
                    line.number(),
                    words.of(Channel.of(line.channel())),
                    since == null ? 0 : since.toEpochMilli(),
                    since == null ? 0 : line.respondBy().toEpochMilli(),
                    since == null ? "–" : words.span(Duration.between(since, now)),
                    since == null ? "" : words.due(line.respondBy(), now),
                    since != null && line.respondBy().isBefore(now),
                    line.excerpt(),
                    words.of(urgency),
                    urgency.wire(),
                    words.of(kind),
                    kind.wire(),
                    directory
                            .agency(line.agency())
                            .flatMap(agency -> agency.topic(line.topic()))
                            .map(Topic::name)
                            .orElse(words.otherTopic()),
                    unit(directory, line),
                    line.assignee(),
                    words.of(state),
                    colour(state),
                    // A draft is what most cases have; every other state is told.
                    state != CaseState.DRAFTING);
        }

        /** What the numbers of an agency's year have in common. */
        public String numberStart() {
            return number.substring(0, number.lastIndexOf('-') + 1);
        }

        /** What tells the case from others of the year, as it stands in the list. */
        public String numberEnd() {
            return number.substring(number.lastIndexOf('-') + 1);
        }

        /** Urgency is told where it asks for something. */
        public boolean urgent() {
            return urgencyClass.equals("critical") || urgencyClass.equals("high");
        }

        private static String unit(Directory directory, CaseViews.Line line) {
            return directory
                    .agency(line.agency())
                    .flatMap(agency -> agency.unit(line.unit()))
                    .map(Unit::name)
                    .orElse(line.unit());
        }

        private static String colour(CaseState state) {
            return switch (state) {
                case AWAITING_APPROVAL -> "high";
                case NEEDS_ATTENTION -> "critical";
                case ANSWERED, RESOLVED -> "good";
                case NEW, DRAFTING, SENDING, WAITING_FOR_CITIZEN, TRANSFERRED, SNOOZED, CLOSED -> "plain";
            };
        }
    }
}
