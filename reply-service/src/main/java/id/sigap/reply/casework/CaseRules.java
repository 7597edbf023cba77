package id.sigap.reply.casework;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Facts;
import id.sigap.reply.approval.ApprovalRoute;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.checking.CheckedAnswer;
import id.sigap.reply.dispatch.ReplyWindow;
import id.sigap.reply.draft.ChannelText;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.reply.templates.Drafter;
import id.sigap.reply.templates.Said;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the directory and the templates have for a case: its agency, its answer, and how that is released. */
@ApplicationScoped
public class CaseRules {
    private final CurrentDirectory directory;
    private final Drafter drafter;

    /** With the directory in force and what drafts. */
    public CaseRules(CurrentDirectory directory, Drafter drafter) {
        this.directory = directory;
        this.drafter = drafter;
    }

    /**
     * The case's agency.
     *
     * @throws ProblemException 404 when the directory does not have it any more
     */
    Agency agency(CaseEntity file) {
        return directory.get().agency(file.agency()).orElseThrow(ProblemException::notFound);
    }

    /** How an answer to the case is released, by the policy of now. */
    ReleaseDecision release(CaseEntity file) {
        return ReleaseDecision.of(agency(file), facts(file, ""));
    }

    /**
     * When the answer is due by the agency's target for what the case is taken for now, counted from when the citizen
     * began to wait; empty when nothing waits.
     *
     * @param words what the citizen said, as far as it may be told
     */
    Optional<Instant> dueAsUnderstood(CaseEntity file, @Nullable String words) {
        Instant since = file.waitingSince();
        return since == null
                ? Optional.empty()
                : Optional.of(since.plus(agency(file).respondWithin(facts(file, words == null ? "" : words))));
    }

    private static Facts facts(CaseEntity file, String words) {
        Understanding understanding = file.understanding();
        return new Facts(
                understanding.kind(),
                understanding.topic(),
                file.channel(),
                file.account(),
                understanding.urgency(),
                file.visibility(),
                understanding.confidence(),
                understanding.personalData(),
                words,
                understanding.intensity(),
                false,
                List.of());
    }

    /** The same with what is read in the messages of the turn. */
    ReleaseDecision release(CaseEntity file, CheckedAnswer checked) {
        return ReleaseDecision.of(agency(file), checked.facts());
    }

    /** Who gives an approval of the case. */
    ApprovalRoute approvalRoute(CaseEntity file, int level) {
        return ApprovalRoute.of(agency(file), file.unit(), level);
    }

    /**
     * When an answer to the case is to go out.
     *
     * @param named as {@link SendTime} reads it, in the zone of the case's unit; absent for as soon as it may
     * @throws ProblemException 422 when the channel takes no answer then
     */
    @Nullable
    Instant sendTime(CaseEntity file, @Nullable String named, Instant now) {
        if (named == null) {
            return null;
        }
        Directory world = directory.get();
        Agency agency = agency(file);
        ZoneId zone = agency.unit(file.unit())
                .flatMap(unit -> world.calendar(unit.calendar()))
                .map(calendar -> ZoneId.of(calendar.zone()))
                .orElse(ZoneId.of(agency.zone()));
        Instant at = SendTime.of(named, zone, now);
        world.profile(file.channel(), at.atZone(zone).toLocalDate())
                .filter(profile -> !ReplyWindow.open(profile, file.lastMessageAt(), at))
                .ifPresent(closed -> {
                    throw ProblemException.unprocessable(
                            "sendAt", "The channel takes no answer any more at that time.");
                });
        return at;
    }

    /**
     * What the system would answer.
     *
     * @param turn the messages that wait, in order
     */
    Draft suggestion(CaseEntity file, List<Said> turn, Instant now) {
        Drafter.Subject subject = new Drafter.Subject(
                agency(file),
                file.channel(),
                file.visibility(),
                file.citizen(),
                file.understanding(),
                turn.stream().anyMatch(said -> said.reading().uncertain()),
                file.number(),
                file.openedAt(),
                file.turn().isEmpty() ? file.lastMessageId() : file.turn().get(0),
                turn);
        return drafter.draft(subject, now);
    }

    /**
     * The text itself, if the case's channel takes so long a one.
     *
     * @throws ProblemException 422 otherwise
     */
    String fitting(CaseEntity file, String body) {
        int limit = drafter.textLimit(file.channel(), file.visibility(), Instant.now());
        int length = ChannelText.length(file.channel(), body);
        if (length > limit) {
            throw ProblemException.unprocessable(
                    "body", "The channel takes at most " + limit + ", by its own count; this is " + length + ".");
        }
        return body;
    }
}
