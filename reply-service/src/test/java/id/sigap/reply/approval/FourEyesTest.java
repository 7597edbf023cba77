package id.sigap.reply.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Release;
import id.sigap.reply.dispatch.ReplyState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FourEyesTest {
    private static final String TEXT = TextHash.of("Halo, Bapak/Ibu.");
    private static final String OTHER = TextHash.of("Halo, Bapak/Ibu!");

    @Test
    void aDraftThatNeedsApprovalWaitsForTheFirst() {
        assertEquals(new Verdict.Awaits(1), FourEyes.submit(draft(Release.TWO_APPROVALS), TEXT));
    }

    @Test
    void aDraftThatNeedsNoneIsReleased() {
        assertEquals(new Verdict.Released(), FourEyes.submit(draft(Release.SEND_NOW), TEXT));
        assertEquals(new Verdict.Released(), FourEyes.submit(draft(Release.UNDO_WINDOW), TEXT));
    }

    @Test
    void whatOneDidNotSeeOneDoesNotSubmit() {
        assertEquals(refused(Refusal.TEXT_CHANGED), FourEyes.submit(draft(Release.ONE_APPROVAL), OTHER));
    }

    @Test
    void oneApprovalReleases() {
        assertEquals(new Verdict.Released(), FourEyes.approve(submitted(Release.ONE_APPROVAL), "budi", TEXT));
    }

    @Test
    void nobodyApprovesTheirOwnSubmission() {
        assertEquals(refused(Refusal.OWN_SUBMISSION), FourEyes.approve(submitted(Release.ONE_APPROVAL), "sari", TEXT));
    }

    @Test
    void nobodyApprovesTheirOwnWords() {
        // Given a text that budi changed and sari submitted
        ReviewedReply reply =
                new ReviewedReply(ReplyState.SUBMITTED, TEXT, Release.ONE_APPROVAL, "budi", "sari", List.of());

        // When budi approves, then it is refused
        assertEquals(refused(Refusal.OWN_TEXT), FourEyes.approve(reply, "budi", TEXT));
    }

    @Test
    void twoApprovalsTakeTwoPeople() {
        // Given one approval of two
        assertEquals(new Verdict.Awaits(2), FourEyes.approve(submitted(Release.TWO_APPROVALS), "budi", TEXT));
        ReviewedReply once = submitted(Release.TWO_APPROVALS, new ReviewedReply.Given("budi", TEXT));

        // When and then: the same person does not count twice, another one releases
        assertEquals(refused(Refusal.APPROVED_ALREADY), FourEyes.approve(once, "budi", TEXT));
        assertEquals(new Verdict.Released(), FourEyes.approve(once, "wati", TEXT));
    }

    @Test
    void anApprovalOfAnotherTextCountsForNothing() {
        // Given an approval that was given to an older text
        ReviewedReply reply = submitted(Release.TWO_APPROVALS, new ReviewedReply.Given("budi", OTHER));

        // When somebody approves the text of now, then one more is needed
        assertEquals(new Verdict.Awaits(2), FourEyes.approve(reply, "wati", TEXT));
    }

    @Test
    void whoComesSecondIsTold() {
        // Given a reply that somebody has released meanwhile
        ReviewedReply reply = in(ReplyState.QUEUED, Release.ONE_APPROVAL);

        // When and then
        assertEquals(refused(Refusal.WRONG_STATE), FourEyes.approve(reply, "wati", TEXT));
    }

    @Test
    void approvingWhatWasEditedMeanwhileIsRefused() {
        assertEquals(refused(Refusal.TEXT_CHANGED), FourEyes.approve(submitted(Release.ONE_APPROVAL), "budi", OTHER));
    }

    @Test
    void anEditVoidsWhatWasApproved() {
        ReviewedReply once = submitted(Release.TWO_APPROVALS, new ReviewedReply.Given("budi", TEXT));
        assertEquals(new Verdict.Returned(2, 1), FourEyes.edit(once));
    }

    @Test
    void anApproverChangesWhatWaitsAndTheAuthorTakesItBackInstead() {
        ReviewedReply once = submitted(Release.TWO_APPROVALS, new ReviewedReply.Given("budi", TEXT));

        assertEquals(new Verdict.Returned(2, 1), FourEyes.revise(once, "wati"));
        assertEquals(refused(Refusal.OWN_SUBMISSION), FourEyes.revise(once, "sari"));
        for (ReplyState state : ReplyState.values()) {
            boolean revised = FourEyes.revise(in(state, Release.ONE_APPROVAL), "wati") instanceof Verdict.Returned;
            assertEquals(state == ReplyState.SUBMITTED, revised, state.wire());
        }
    }

    @Test
    void theAuthorConfirmsAnApproversWordsAndSoTheyAreApproved() {
        // Given sari's answer with budi's words
        ReviewedReply one =
                new ReviewedReply(ReplyState.SUBMITTED, TEXT, Release.ONE_APPROVAL, "budi", "sari", List.of());
        ReviewedReply two =
                new ReviewedReply(ReplyState.SUBMITTED, TEXT, Release.TWO_APPROVALS, "budi", "sari", List.of());

        // Then two people stand behind them, where the directory has the author confirm
        assertEquals(new Verdict.Released(), FourEyes.confirm(one, "sari", TEXT, "budi"));
        assertEquals(new Verdict.Awaits(2), FourEyes.confirm(two, "sari", TEXT, "budi"));
        assertEquals(refused(Refusal.NOTHING_TO_CONFIRM), FourEyes.confirm(one, "sari", TEXT, null));
        assertEquals(refused(Refusal.NOTHING_TO_CONFIRM), FourEyes.confirm(one, "sari", TEXT, "wati"));
        assertEquals(refused(Refusal.NOT_AUTHOR), FourEyes.confirm(one, "budi", TEXT, "budi"));
        assertEquals(refused(Refusal.NOT_AUTHOR), FourEyes.confirm(one, "wati", TEXT, "budi"));
        assertEquals(refused(Refusal.TEXT_CHANGED), FourEyes.confirm(one, "sari", OTHER, "budi"));
        assertEquals(
                refused(Refusal.WRONG_STATE),
                FourEyes.confirm(in(ReplyState.QUEUED, Release.ONE_APPROVAL), "sari", TEXT, "budi"));
    }

    @Test
    void theCitizenVoidsWhateverHasNotLeft() {
        assertEquals(new Verdict.Returned(1, 0), FourEyes.citizenChanged(submitted(Release.ONE_APPROVAL)));
        assertEquals(new Verdict.Returned(0, 0), FourEyes.citizenChanged(in(ReplyState.QUEUED, Release.ONE_APPROVAL)));
        assertEquals(
                refused(Refusal.WRONG_STATE), FourEyes.citizenChanged(in(ReplyState.SENDING, Release.ONE_APPROVAL)));
    }

    @Test
    void onlyWhatIsQueuedIsUndone() {
        for (ReplyState state : ReplyState.values()) {
            boolean undone = !FourEyes.undo(in(state, Release.UNDO_WINDOW)).equals(refused(Refusal.WRONG_STATE));
            assertEquals(state == ReplyState.QUEUED, undone, state.wire());
        }
    }

    @Test
    void onlyWhatFailedOrIsUnknownIsSentAgain() {
        for (ReplyState state : ReplyState.values()) {
            boolean sent = FourEyes.sendAgain(in(state, Release.ONE_APPROVAL)).equals(new Verdict.Released());
            assertEquals(state == ReplyState.UNKNOWN || state == ReplyState.FAILED, sent, state.wire());
        }
    }

    @Test
    void refusalsForAPersonAreForbiddenNotConflicts() {
        assertTrue(Refusal.OWN_SUBMISSION.forbidden());
        assertTrue(Refusal.OWN_TEXT.forbidden());
        assertTrue(Arrays.stream(Refusal.values()).allMatch(r -> !r.sentence().isBlank()));
    }

    private static ReviewedReply draft(Release release) {
        return in(ReplyState.DRAFT, release);
    }

    private static ReviewedReply submitted(Release release, ReviewedReply.Given... given) {
        return reply(ReplyState.SUBMITTED, release, "sari", given);
    }

    private static ReviewedReply in(ReplyState state, Release release) {
        return reply(state, release, state == ReplyState.DRAFT ? null : "sari");
    }

    private static ReviewedReply reply(
            ReplyState state, Release release, @Nullable String submittedBy, ReviewedReply.Given... given) {
        return new ReviewedReply(state, TEXT, release, null, submittedBy, List.of(given));
    }

    private static Verdict refused(Refusal why) {
        return new Verdict.Refused(why);
    }
}
