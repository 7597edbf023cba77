package id.sigap.reply.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.Kind;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.revision.WordDiff;
import id.sigap.runtime.access.Caller;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case as it is shown: the talk, the answer in the making, and why triage decided as it did.
 *
 * @param agency whose case it is
 * @param row the same as in the queue
 * @param people who wrote, and who works on it
 * @param reading what triage understood
 * @param corrections what the case can be made instead
 * @param lines the talk, oldest first
 * @param reply the answer in the making; absent if there is none
 * @param canWrite whether another answer can be written
 * @param closed whether it is ended
 * @param story what happened
 */
record CasePage(
        String agency,
        QueuePage.Row row,
        People people,
        Reading reading,
        Corrections corrections,
        List<Line> lines,
        @Nullable AnswerPane reply,
        boolean canWrite,
        boolean closed,
        List<Step> story) {

    /** From what the reader found, for one person at one moment. */
    static CasePage of(
            CaseViews.Detail detail,
            List<WordDiff.Part> diff,
            Directory directory,
            Caller caller,
            int textLimit,
            Instant now,
            DeskWords words) {
        CaseViews.Line file = detail.file();
        ZoneId zone = directory
                .agency(file.agency())
                .map(agency -> ZoneId.of(agency.zone()))
                .orElse(ZoneId.of("Asia/Jakarta"));
        @Nullable
        AnswerPane reply = detail.replies().stream()
                .findFirst()
                .filter(newest -> working(newest.state()))
                .map(newest -> AnswerPane.of(
                        directory.agency(file.agency()),
                        newest,
                        diff,
                        lastWritten(detail),
                        caller,
                        textLimit,
                        zone,
                        words))
                .orElse(null);
        boolean closed = CaseState.of(file.state()).equals(CaseState.CLOSED);
        return new CasePage(
                file.agency(),
                QueuePage.Row.of(file, directory, now, words),
                People.of(file, caller, words),
                Reading.of(file, latestTriage(detail), directory, words),
                Corrections.of(file, directory, words),
                lines(detail, zone, words),
                reply,
                !closed && (reply == null || reply.failed()),
                closed,
                story(detail, zone, words));
    }

    /** When the citizen last wrote; long ago when that is not known. */
    private static Instant lastWritten(CaseViews.Detail detail) {
        return detail.messages().stream()
                .map(CaseViews.Message::sentAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Whether it changes without anybody at the desk, so that the page looks again. */
    public boolean moving() {
        return reply != null && reply.moving();
    }

    private static boolean working(String state) {
        ReplyState known = ReplyState.of(state);
        return known != ReplyState.ACCEPTED && known != ReplyState.DISCARDED;
    }

    private static List<Line> lines(CaseViews.Detail detail, ZoneId zone, DeskWords words) {
        List<Line> lines = new ArrayList<>();
        String citizen = detail.file().citizen() == null
                ? words.citizen()
                : detail.file().citizen();
        for (CaseViews.Message message : detail.messages()) {
            boolean gone = message.withdrawnAt() != null;
            lines.add(new Line(
                    "citizen",
                    message.text(),
                    citizen,
                    words.moment(message.sentAt(), zone),
                    gone ? words.withdrawn() : message.editedAt() != null ? words.edited() : null,
                    gone,
                    message.sentAt(),
                    null,
                    message.earlier().stream().map(CaseViews.Earlier::text).toList()));
        }
        for (CaseViews.Reply reply : detail.replies()) {
            if (reply.acceptedAt() != null) {
                String who = reply.automatic()
                        ? words.automatic()
                        : reply.submittedBy() == null ? words.us() : reply.submittedBy();
                boolean gone = "withdrawn".equals(reply.deliveryStatus());
                lines.add(new Line(
                        "ours",
                        reply.body(),
                        who,
                        words.moment(reply.acceptedAt(), zone),
                        gone ? words.withdrawn() : words.sent(),
                        gone,
                        reply.acceptedAt(),
                        reply.replyId(),
                        List.of()));
            }
        }
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    private static List<Step> story(CaseViews.Detail detail, ZoneId zone, DeskWords words) {
        return detail.history().stream()
                .map(entry -> new Step(
                        words.act(entry.act())
                                + (entry.act().equals("note") || entry.act().equals("rejected")
                                        ? ": " + (entry.detail() == null ? "" : entry.detail())
                                        : ""),
                        words.moment(entry.at(), zone),
                        entry.by(),
                        entry.act().equals("note")))
                .toList();
    }

    private static @Nullable Triage latestTriage(CaseViews.Detail detail) {
        if (detail.messages().isEmpty()) {
            return null;
        }
        try {
            String json = detail.messages().get(detail.messages().size() - 1).triage();
            return EventJson.mapper().readValue(json, Triage.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }

    /**
     * Who has to do with the case.
     *
     * @param citizen how the channel names them
     * @param where in public or in private
     * @param assignee who works on it
     * @param mine whether that is the reader
     */
    record People(String citizen, String where, String assignee, boolean mine) {
        static People of(CaseViews.Line file, Caller caller, DeskWords words) {
            return new People(
                    file.citizen() == null ? words.citizen() : file.citizen(),
                    (file.visibility().equals("public") ? Say.PUBLIC : Say.PRIVATE).by(words),
                    file.assignee() == null ? words.nobody() : file.assignee(),
                    caller.name().equals(file.assignee()));
        }
    }

    /**
     * What triage understood.
     *
     * @param percent how sure it is of the kind
     * @param unsure whether a person should look at the kind first
     * @param because the words that decided
     * @param missing what an answer would need and the citizen has not told
     * @param intensity of emotion, from 0 to 100
     */
    record Reading(int percent, boolean unsure, List<String> because, List<String> missing, int intensity) {
        static Reading of(CaseViews.Line file, @Nullable Triage triage, Directory directory, DeskWords words) {
            return new Reading(
                    triage == null ? 0 : (int) Math.round(triage.confidence() * 100),
                    triage != null && triage.reading().uncertain(),
                    triage == null ? List.of() : terms(triage),
                    missing(file, directory),
                    (int) Math.round(file.intensity() * 100));
        }

        /** The words that decided. Classes of words stand in angle brackets and mean nothing to an agent, as signs do. */
        private static List<String> terms(Triage triage) {
            return triage.because().stream()
                    .map(Because::term)
                    .filter(term -> !term.startsWith("<") && term.codePoints().anyMatch(Character::isLetterOrDigit))
                    .toList();
        }

        /** As the directory asks for it; its own id where the directory does not know it any more. */
        private static List<String> missing(CaseViews.Line file, Directory directory) {
            List<Slot> asks = directory
                    .agency(file.agency())
                    .flatMap(agency -> agency.topic(file.topic()))
                    .map(topic -> topic.asks())
                    .orElse(List.of());
            return file.missing().stream()
                    .map(id -> asks.stream()
                            .filter(slot -> slot.id().equals(id))
                            .map(Slot::question)
                            .findFirst()
                            .orElse(id))
                    .toList();
        }
    }

    /** What the case can be made instead, each with the key that chooses it once the list is open. */
    record Corrections(List<Pick> kinds, List<Pick> topics, List<Pick> units) {
        private static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

        static Corrections of(CaseViews.Line file, Directory directory, DeskWords words) {
            List<Pick> kinds = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                kinds.add(pick(kinds, kind.wire(), words.of(kind), file.kind()));
            }
            List<Pick> topics = new ArrayList<>();
            List<Pick> units = new ArrayList<>();
            directory.agency(file.agency()).ifPresent(agency -> {
                List<String> lineage = agency.lineage(file.topic());
                String family = lineage.get(lineage.size() - 1);
                // The relatives of the topic first: most corrections stay in the family.
                agency.topics().stream()
                        .sorted(Comparator.comparing(
                                topic -> !agency.lineage(topic.id()).contains(family)))
                        .forEach(topic -> topics.add(pick(topics, topic.id(), topic.name(), file.topic())));
                agency.units().forEach(unit -> units.add(pick(units, unit.id(), unit.name(), file.unit())));
            });
            return new Corrections(kinds, topics, units);
        }

        private static Pick pick(List<Pick> before, String value, String label, String now) {
            String key = before.size() < KEYS.length() ? KEYS.substring(before.size(), before.size() + 1) : "";
            return new Pick(value, label, key.toLowerCase(Locale.ROOT), value.equals(now));
        }
    }

    /** One thing to choose. */
    record Pick(String value, String label, String key, boolean chosen) {}

    /** One utterance, of either side; ours with the answer that it is, a citizen's with what stood there before. */
    record Line(
            String side,
            String words,
            String who,
            String when,
            @Nullable String mark,
            boolean gone,
            Instant at,
            @Nullable UUID reply,
            List<String> earlier) {}

    /** One step of the case's history. */
    record Step(String what, String when, @Nullable String who, boolean note) {}
}
