package id.sigap.reply.casework;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.draft.ChannelText;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.reply.templates.Drafter;
import id.sigap.reply.templates.Said;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

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
        Understanding understanding = file.understanding();
        return ReleaseDecision.of(
                agency(file),
                new Facts(
                        understanding.kind(),
                        understanding.topic(),
                        file.channel(),
                        file.account(),
                        understanding.urgency(),
                        file.visibility(),
                        understanding.confidence(),
                        understanding.personalData(),
                        ""));
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
        int limit = drafter.textLimit(file.channel(), Instant.now());
        int length = ChannelText.length(file.channel(), body);
        if (length > limit) {
            throw ProblemException.unprocessable(
                    "body", "The channel takes at most " + limit + ", by its own count; this is " + length + ".");
        }
        return body;
    }
}
