package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.RecordedAct;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.dispatch.SendCause;
import id.sigap.reply.draft.TemplateMistake;
import id.sigap.reply.draft.TemplateSlot;
import id.sigap.reply.knowledge.ArticleState;
import id.sigap.reply.statement.StatementState;
import java.util.Arrays;

/** What kinds, states, acts and refusals are called on the screens, in one language. Part of {@link DeskWords}. */
interface ThingNames {
    String of(Kind kind);

    /** A kind's name, for pages that know its word only. */
    default String kindName(String wire) {
        return of(Kind.of(wire));
    }

    String of(Urgency urgency);

    String of(CaseState state);

    String of(Channel channel);

    String of(TemplateSlot slot);

    /** What is wrong with a text and where. */
    default String of(TemplateMistake mistake) {
        return mistake(mistake.kind(), mistake.position(), mistake.word());
    }

    /** What is wrong with a text: at which character, and what stands between the braces there. */
    String mistake(TemplateMistake.Kind kind, int at, String word);

    String of(StatementState state);

    String of(Release release);

    String of(ArticleState state);

    /** What a draft is, from the words of its outcome and of why a person must look; a draft otherwise. */
    String outcome(String outcome, String reason);

    /** Why a case gets no statement, from the word of the reason; no word is lost on one that is not known. */
    String skipped(String reason);

    /** What became of an act on many cases. */
    String many(int done, int refused);

    /** What a reply's state means for whoever looks at it. */
    String explain(ReplyState state, int approvalsNeeded, int approvalsGiven);

    /** Why a channel did not take an answer. */
    String of(SendCause cause);

    /** A code as the vendor's documentation has it, for whoever looks it up there. */
    String vendorCode(String code);

    /** What can be done where sending again cannot arrive; empty where it may. */
    String instead(SendCause.Again again);

    /** Why a channel did not take an answer, from our own word or the channel's code; its number stands beside the words. */
    default String cause(String code) {
        String number = code.replaceFirst("^given-up: ", "");
        SendCause cause = SendCause.of(code);
        return number.matches("\\d+|http-\\d+") || cause == SendCause.OTHER
                ? of(cause) + " (" + vendorCode(number) + ")"
                : of(cause);
    }

    /** What somebody did. */
    String of(RecordedAct act);

    /** What somebody did, from the word in the case's history; what no version of the service wrote stands as it is. */
    default String act(String act) {
        return RecordedAct.find(act).map(this::of).orElse(act);
    }

    /** What a person or the system told with an act; what they wrote themselves stays as it is. */
    default String detail(String act, String detail) {
        return switch (RecordedAct.find(act).orElse(RecordedAct.NOTE)) {
            case APPROVED, REVISED -> detail.replaceFirst("^level (\\d+)$", level() + " $1");
            case STATEMENT_APPROVED, STATEMENT_REVISED -> detail.replaceFirst(" level (\\d+) ", " " + level() + " $1 ");
            case CONFIRMED -> detail.replaceFirst("^change of ", changedBy() + " ");
            case RELEASED ->
                Arrays.stream(Release.values())
                        .filter(release -> release.wire().equals(detail))
                        .findFirst()
                        .map(this::of)
                        .orElse(detail);
            case CLOSED -> closed(detail);
            default -> detail;
        };
    }

    /** A step of an approval. */
    String level();

    /** Whose change it was, before the name. */
    String changedBy();

    /** How a case was closed, from the word in its history. */
    String closed(String disposition);

    /** What does not fit in the chain of recorded acts, from the word of the fault. */
    String fault(String kind);

    /** What is said after an act that went well. */
    String of(Done done);

    /** What is said after an act that did not, by the problem's code; one that is not known says only that it failed. */
    String refused(String code);
}
