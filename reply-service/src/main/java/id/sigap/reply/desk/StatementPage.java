package id.sigap.reply.desk;

import id.sigap.contracts.directory.Release;
import id.sigap.reply.approval.AwaitedApproval;
import id.sigap.reply.incidents.IncidentViews;
import id.sigap.reply.statement.Audience;
import id.sigap.reply.statement.StatementState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement, with what this person may do to it.
 *
 * @param levels the approvals that it has, and the one that it waits for
 * @param mine whether this person may approve it by now
 * @param own why this person cannot approve it; absent when they can
 * @param reach what it would become; absent once it is released
 */
record StatementPage(
        UUID id,
        int version,
        StatementState state,
        String stateName,
        String audience,
        String text,
        @Nullable String english,
        String hash,
        String written,
        @Nullable String returned,
        IncidentViews.@Nullable Change change,
        boolean confirms,
        String level,
        List<AnswerPane.Level> levels,
        boolean mine,
        boolean supervisor,
        @Nullable String own,
        boolean offered,
        IncidentViews.@Nullable Preview reach,
        String skipped,
        IncidentViews.Progress progress) {
    static StatementPage of(
            IncidentViews.StatementView view,
            IncidentViews.@Nullable Preview reach,
            Caller caller,
            ZoneId zone,
            DeskWords words) {
        StatementState state = StatementState.of(view.state());
        int needed = Math.max(1, Release.of(view.release()).approvals());
        int given = view.approvals().size();
        return new StatementPage(
                view.statementId(),
                view.version(),
                state,
                words.of(state),
                (view.audience().equals(Audience.ANSWERED.wire()) ? Say.FOR_ANSWERED : Say.FOR_WAITING).by(words),
                view.text(),
                view.english(),
                view.textHash(),
                view.writtenBy() + " · " + words.moment(view.writtenAt(), zone),
                returned(view, words, zone),
                view.change(),
                view.confirms(),
                Say.LEVEL.with(words, Math.min(given + 1, needed), needed),
                levels(view, zone, words),
                view.approval() != null && view.approval().mine(),
                caller.is(Roles.SUPERVISOR),
                own(view, caller, words),
                view.offered() && (state == StatementState.RELEASED || state == StatementState.PAUSED),
                reach,
                skipped(reach == null ? view.progress().skipped() : reach.skipped(), words),
                view.progress());
    }

    /** The approvals that it has, and the one that it waits for, with who is asked. */
    private static List<AnswerPane.Level> levels(IncidentViews.StatementView view, ZoneId zone, DeskWords words) {
        List<AnswerPane.Level> levels = new ArrayList<>();
        for (IncidentViews.Approval given : view.approvals()) {
            levels.add(AnswerPane.Level.given(
                    given.level(), given.by(), given.submittedAt(), given.decidedAt(), zone, words));
        }
        AwaitedApproval next = view.approval();
        if (next != null) {
            levels.add(new AnswerPane.Level(
                    next.level(),
                    AnswerPane.asked(next.asked(), next.late(), words) + " · " + Say.SUBMITTED_BY.by(words) + " "
                            + Objects.requireNonNullElse(view.submittedBy(), words.us()),
                    next.since().toEpochMilli()));
        }
        return levels;
    }

    private static @Nullable String returned(IncidentViews.StatementView view, DeskWords words, ZoneId zone) {
        IncidentViews.Returned back = view.returned();
        return back == null
                ? null
                : Say.RETURNED_BY.by(words) + " " + back.by() + " · " + words.moment(back.at(), zone) + ": "
                        + back.reason();
    }

    private static @Nullable String own(IncidentViews.StatementView view, Caller caller, DeskWords words) {
        if (caller.name().equals(view.submittedBy())) {
            return words.refused("own-submission");
        }
        if (caller.name().equals(view.writtenBy())) {
            return words.refused("own-text");
        }
        if (view.approvals().stream().anyMatch(one -> one.by().equals(caller.name()))) {
            return words.refused("approved-already");
        }
        return view.approval() == null || view.approval().mine() ? null : Say.NOT_ASKED.by(words);
    }

    private static String skipped(Map<String, Long> reasons, DeskWords words) {
        return reasons.entrySet().stream()
                .map(reason -> reason.getValue() + " " + words.skipped(reason.getKey()))
                .collect(Collectors.joining(", "));
    }

    public boolean draft() {
        return state == StatementState.DRAFT;
    }

    public boolean canApprove() {
        return waits() && mine;
    }

    /** Whoever may approve may change it instead. */
    public boolean canRevise() {
        return canApprove();
    }

    public boolean waits() {
        return state == StatementState.SUBMITTED;
    }

    public boolean running() {
        return state == StatementState.RELEASED && !progress.complete();
    }

    public boolean paused() {
        return state == StatementState.PAUSED;
    }

    public boolean released() {
        return state == StatementState.RELEASED || state == StatementState.PAUSED;
    }

    /** All that it was meant for. */
    public long all() {
        return Math.max(1, progress.pending() + progress.queued() + progress.held() + progress.sending() + done());
    }

    /** What still moves. */
    public long left() {
        return all() - done();
    }

    /** What is settled, well or not. */
    public long done() {
        return progress.accepted() + progress.failed() + progress.unknown() + progress.takenBack();
    }
}
