package id.sigap.reply.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Release;
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

/** One case as it is shown: the talk, the answer in the making, and why triage decided as it did. */
record CasePage(
        UUID id,
        String number,
        String channel,
        String kind,
        String topic,
        String unit,
        String urgency,
        String urgencyClass,
        String state,
        String stateClass,
        String due,
        boolean late,
        String assignee,
        String confidence,
        String because,
        String missing,
        List<Line> lines,
        @Nullable Answer reply,
        boolean canWrite,
        List<Step> story) {

    /** From what the reader found, for one person at one moment. */
    static CasePage of(CaseViews.Detail detail, Directory directory, Caller caller, Instant now) {
        CaseViews.Line file = detail.file();
        QueuePage.Row row = QueuePage.Row.of(file, directory, now);
        ZoneId zone = directory
                .agency(file.agency())
                .map(agency -> ZoneId.of(agency.zone()))
                .orElse(ZoneId.of("Asia/Jakarta"));
        @Nullable Triage triage = latestTriage(detail);
        return new CasePage(
                file.caseId(),
                file.number(),
                DeskWords.of(Channel.of(file.channel())),
                DeskWords.of(Kind.of(file.kind())),
                row.topic(),
                row.unit(),
                DeskWords.of(Urgency.of(file.urgency())),
                file.urgency(),
                row.state(),
                row.stateClass(),
                row.due(),
                row.late(),
                file.assignee() == null ? "Belum ada" : file.assignee(),
                triage == null ? "–" : Math.round(triage.confidence() * 100) + " %",
                triage == null
                        ? ""
                        : triage.because().stream().map(Because::term).collect(Collectors.joining(", ")),
                String.join(", ", file.missing()),
                lines(detail, zone),
                detail.replies().stream()
                        .findFirst()
                        .filter(reply -> working(reply.state()))
                        .map(reply -> Answer.of(reply, caller))
                        .orElse(null),
                !CaseState.of(file.state()).equals(CaseState.CLOSED),
                story(detail, zone));
    }

    /** The words that decided. Classes of words stand in angle brackets and mean nothing to an agent. */
    private static String terms(Triage triage) {
        return triage.because().stream()
                .map(Because::term)
                .filter(term -> !term.startsWith("<"))
                .collect(Collectors.joining(", "));
    }

    private static boolean working(String state) {
        ReplyState known = ReplyState.of(state);
        return known != ReplyState.ACCEPTED && known != ReplyState.DISCARDED;
    }

    private static List<Line> lines(CaseViews.Detail detail, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        String citizen =
                detail.file().citizen() == null ? "Warga" : detail.file().citizen();
        for (CaseViews.Message message : detail.messages()) {
            boolean gone = message.withdrawnAt() != null;
            lines.add(new Line(
                    "citizen",
                    message.text(),
                    citizen,
                    DeskWords.moment(message.sentAt(), zone),
                    gone ? "ditarik oleh warga" : message.editedAt() != null ? "diubah oleh warga" : null,
                    gone,
                    message.sentAt()));
        }
        for (CaseViews.Reply reply : detail.replies()) {
            if (reply.acceptedAt() != null) {
                String who =
                        reply.automatic() ? "Otomatis" : reply.submittedBy() == null ? "Kami" : reply.submittedBy();
                lines.add(new Line(
                        "ours",
                        reply.body(),
                        who,
                        DeskWords.moment(reply.acceptedAt(), zone),
                        "terkirim",
                        false,
                        reply.acceptedAt()));
            }
        }
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    private static List<Step> story(CaseViews.Detail detail, ZoneId zone) {
        return detail.history().stream()
                .map(entry -> new Step(
                        DeskWords.act(entry.act())
                                + (entry.act().equals("note") || entry.act().equals("rejected")
                                        ? ": " + (entry.detail() == null ? "" : entry.detail())
                                        : ""),
                        DeskWords.moment(entry.at(), zone),
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

    /** The answer in the making, with what this person may do to it. */
    record Answer(
            UUID id,
            int version,
            String text,
            String hash,
            String explanation,
            boolean editable,
            boolean canApprove,
            boolean canReject,
            boolean canUndo,
            String submitLabel) {
        static Answer of(CaseViews.Reply reply, Caller caller) {
            ReplyState state = ReplyState.of(reply.state());
            int needed = Release.of(reply.release()).approvals();
            return new Answer(
                    reply.replyId(),
                    reply.version(),
                    reply.body(),
                    reply.textHash(),
                    DeskWords.explain(state, needed, given(reply)),
                    state == ReplyState.DRAFT,
                    state == ReplyState.SUBMITTED && caller.is(Roles.SUPERVISOR),
                    state == ReplyState.SUBMITTED,
                    state == ReplyState.QUEUED,
                    needed == 0 ? "Kirim" : "Ajukan");
        }

        private static int given(CaseViews.Reply reply) {
            try {
                JsonNode approvals = EventJson.mapper().readTree(reply.approvals());
                return approvals.size();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("stored approvals are not readable", e);
            }
        }
    }
}
