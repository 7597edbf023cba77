package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.draft.TemplateSlot;
import id.sigap.reply.knowledge.ArticleState;
import id.sigap.reply.statement.StatementState;

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

    /** Why a channel did not take an answer, from our own word or the channel's code. */
    String cause(String code);

    /** What somebody did, from the word in the case's history; a word that is not known stands as it is. */
    String act(String act);

    /** What is said after an act that went well. */
    String of(Done done);

    /** What is said after an act that did not, by the problem's code; one that is not known says only that it failed. */
    String refused(String code);
}
