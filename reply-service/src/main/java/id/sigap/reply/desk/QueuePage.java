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
 * @param first the query of the first page; null on the first
 * @param next the query of the next page; null on the last
 */
record QueuePage(
        List<Row> rows,
        String summary,
        String empty,
        @Nullable String first,
        @Nullable String next) {
    /** From what the reader found behind a cursor. */
    static QueuePage of(
            CaseViews.Page page,
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
                after == null ? null : filter.query(),
                page.next() == null ? null : filter.after(page.next()));
    }

    /** One case of the queue, in words. */
    record Row(
            UUID id,
            String number,
            String channel,
            String waiting,
            String due,
            boolean late,
            @Nullable String words,
            String urgency,
            String urgencyClass,
            String kind,
            String topic,
            String unit,
            @Nullable String assignee,
            String state,
            String stateClass) {
        static Row of(CaseViews.Line line, Directory directory, Instant now, DeskWords words) {
            CaseState state = CaseState.of(line.state());
            Urgency urgency = Urgency.of(line.urgency());
            boolean waits = line.waitingSince() != null;
            return new Row(
                    line.caseId(),
                    line.number(),
                    words.of(Channel.of(line.channel())),
                    line.waitingSince() == null ? "–" : words.span(Duration.between(line.waitingSince(), now)),
                    waits ? words.due(line.respondBy(), now) : "",
                    waits && line.respondBy().isBefore(now),
                    line.excerpt(),
                    words.of(urgency),
                    urgency.wire(),
                    words.of(Kind.of(line.kind())),
                    directory
                            .agency(line.agency())
                            .flatMap(agency -> agency.topic(line.topic()))
                            .map(Topic::name)
                            .orElse(words.otherTopic()),
                    unit(directory, line),
                    line.assignee(),
                    words.of(state),
                    colour(state));
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
