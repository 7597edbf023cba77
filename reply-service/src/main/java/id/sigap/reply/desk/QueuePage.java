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
 * @param next the query of the next page; null on the last
 */
record QueuePage(List<Row> rows, String summary, @Nullable String next) {
    /** From what the reader found. */
    static QueuePage of(CaseViews.Page page, Directory directory, QueueFilter filter, Instant now) {
        List<Row> rows =
                page.items().stream().map(line -> Row.of(line, directory, now)).toList();
        long late = rows.stream().filter(Row::late).count();
        String summary = rows.size()
                + (page.next() == null ? " kasus" : " kasus pertama")
                + (late == 0 ? "" : ", " + late + " lewat batas waktu");
        return new QueuePage(rows, summary, page.next() == null ? null : filter.after(page.next()));
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
        static Row of(CaseViews.Line line, Directory directory, Instant now) {
            CaseState state = CaseState.of(line.state());
            Urgency urgency = Urgency.of(line.urgency());
            boolean waits = line.waitingSince() != null;
            return new Row(
                    line.caseId(),
                    line.number(),
                    DeskWords.of(Channel.of(line.channel())),
                    line.waitingSince() == null ? "–" : DeskWords.span(Duration.between(line.waitingSince(), now)),
                    waits ? DeskWords.due(line.respondBy(), now) : "",
                    waits && line.respondBy().isBefore(now),
                    line.excerpt(),
                    DeskWords.of(urgency),
                    urgency.wire(),
                    DeskWords.of(Kind.of(line.kind())),
                    topic(directory, line),
                    unit(directory, line),
                    line.assignee(),
                    DeskWords.of(state),
                    DeskWords.className(state));
        }

        static String topic(Directory directory, CaseViews.Line line) {
            return directory
                    .agency(line.agency())
                    .flatMap(agency -> agency.topic(line.topic()))
                    .map(Topic::name)
                    .orElse("Topik lain");
        }

        static String unit(Directory directory, CaseViews.Line line) {
            return directory
                    .agency(line.agency())
                    .flatMap(agency -> agency.unit(line.unit()))
                    .map(Unit::name)
                    .orElse(line.unit());
        }
    }
}
