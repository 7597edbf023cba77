package id.sigap.reply.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One case as it is shown: the talk, the answer in the making, and why triage decided as it did.
 *
 * @param row the same as in the queue
 * @param assignee who works on it
 * @param confidence how sure triage is
 * @param because the words that decided
 * @param missing what an answer would need and the citizen has not told
 * @param lines the talk, oldest first
 * @param reply the answer in the making; absent if there is none
 * @param canWrite whether another answer can be written
 * @param moving whether it changes without anybody at the desk, so that the page looks again
 * @param story what happened
 */
record CasePage(
        QueuePage.Row row,
        String assignee,
        String confidence,
        String because,
        List<String> missing,
        List<Line> lines,
        @Nullable Answer reply,
        boolean canWrite,
        boolean moving,
        List<Step> story) {

    /** From what the reader found, for one person at one moment. */
    static CasePage of(CaseViews.Detail detail, Directory directory, Caller caller, Instant now, DeskWords words) {
        CaseViews.Line file = detail.file();
        ZoneId zone = directory
                .agency(file.agency())
                .map(agency -> ZoneId.of(agency.zone()))
                .orElse(ZoneId.of("Asia/Jakarta"));
        @Nullable Triage triage = latestTriage(detail);
        @Nullable
        Answer reply = detail.replies().stream()
                .findFirst()
                .filter(newest -> working(newest.state()))
                .map(newest -> Answer.of(newest, caller, words))
                .orElse(null);
        boolean closed = CaseState.of(file.state()).equals(CaseState.CLOSED);
        return new CasePage(
                QueuePage.Row.of(file, directory, now, words),
                file.assignee() == null ? words.nobody() : file.assignee(),
                triage == null ? "–" : Math.round(triage.confidence() * 100) + " %",
                triage == null ? "" : terms(triage),
                missing(file, directory),
                lines(detail, zone, words),
                reply,
                !closed && (reply == null || reply.failed()),
                reply != null && reply.moving(),
                story(detail, zone, words));
    }

    /** The words that decided. Classes of words stand in angle brackets and mean nothing to an agent. */
    private static String terms(Triage triage) {
        return triage.because().stream()
                .map(Because::term)
                .filter(term -> !term.startsWith("<"))
                .collect(Collectors.joining(", "));
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
                    message.sentAt()));
        }
        for (CaseViews.Reply reply : detail.replies()) {
            if (reply.acceptedAt() != null) {
                String who = reply.automatic()
                        ? words.automatic()
                        : reply.submittedBy() == null ? words.us() : reply.submittedBy();
                lines.add(new Line(
                        "ours",
                        reply.body(),
                        who,
                        words.moment(reply.acceptedAt(), zone),
                        words.sent(),
                        false,
                        reply.acceptedAt()));
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
                        entry.by()))
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

    /** One utterance, of either side. */
    record Line(
            String side,
            String words,
            String who,
            String when,
            @Nullable String mark,
            boolean gone,
            Instant at) {}

    /** One step of the case's history. */
    record Step(String what, String when, @Nullable String who) {}

    /** The answer in the making, with what this person may do to it. The questions are for the template. */
    record Answer(
            UUID id,
            int version,
            String text,
            String hash,
            String explanation,
            ReplyState state,
            boolean supervisor,
            String submitLabel) {
        static Answer of(CaseViews.Reply reply, Caller caller, DeskWords words) {
            ReplyState state = ReplyState.of(reply.state());
            int needed = Release.of(reply.release()).approvals();
            return new Answer(
                    reply.replyId(),
                    reply.version(),
                    reply.body(),
                    reply.textHash(),
                    words.explain(state, needed, given(reply)),
                    state,
                    caller.is(Roles.SUPERVISOR),
                    needed == 0 ? words.send() : words.submit());
        }

        public boolean editable() {
            return state == ReplyState.DRAFT;
        }

        public boolean canApprove() {
            return state == ReplyState.SUBMITTED && supervisor;
        }

        public boolean canReject() {
            return state == ReplyState.SUBMITTED;
        }

        public boolean canUndo() {
            return state == ReplyState.QUEUED;
        }

        /** A supervisor's decision, who has looked at the channel. */
        public boolean canSendAgain() {
            return supervisor && (failed() || state == ReplyState.UNKNOWN);
        }

        /** Somebody found it in the conversation on the channel. */
        public boolean canTellThatItArrived() {
            return state == ReplyState.UNKNOWN;
        }

        public boolean failed() {
            return state == ReplyState.FAILED;
        }

        public boolean moving() {
            return state == ReplyState.QUEUED || state == ReplyState.SENDING;
        }

        private static int given(CaseViews.Reply reply) {
            try {
                return EventJson.mapper().readTree(reply.approvals()).size();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("stored approvals are not readable", e);
            }
        }
    }
}
