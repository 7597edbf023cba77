package id.sigap.reply.desk;

import id.sigap.runtime.language.Language;
import java.time.Duration;
import java.time.format.DateTimeFormatter;

/** The desk in plain English. */
final class EnglishWords extends EnglishNames implements DeskWords {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Language.ENGLISH.locale());

    @Override
    public Language language() {
        return Language.ENGLISH;
    }

    @Override
    public String skip() {
        return "Skip to the content";
    }

    @Override
    public String mainNavigation() {
        return "Main";
    }

    @Override
    public String signOut() {
        return "Sign out";
    }

    @Override
    public String role(boolean supervisor) {
        return supervisor ? "Supervisor" : "Agent";
    }

    @Override
    public String queue() {
        return "Queue";
    }

    @Override
    public String queueHint() {
        return "The most urgent and the soonest due are at the top. This list keeps itself up to date.";
    }

    @Override
    public String filter() {
        return "Filter";
    }

    @Override
    public String stateField() {
        return "State";
    }

    @Override
    public String kindField() {
        return "Kind";
    }

    @Override
    public String channelField() {
        return "Channel";
    }

    @Override
    public String allWaiting() {
        return "Waiting for us";
    }

    @Override
    public String allOpen() {
        return "Everything open";
    }

    @Override
    public String allKinds() {
        return "All kinds";
    }

    @Override
    public String allChannels() {
        return "All channels";
    }

    @Override
    public String nothingWaits() {
        return "Nobody is waiting. Every citizen has an answer.";
    }

    @Override
    public String nothingFits() {
        return "No case fits this filter.";
    }

    @Override
    public String summary(int rows, boolean more, long late) {
        return (more ? "First " : "")
                + rows
                + (rows == 1 ? " case" : " cases")
                + (late == 0 ? "" : ", " + late + " overdue");
    }

    @Override
    public String nextPage() {
        return "Next";
    }

    @Override
    public String firstPage() {
        return "Back to the start";
    }

    @Override
    public String caseColumn() {
        return "Case";
    }

    @Override
    public String waitingColumn() {
        return "Waiting";
    }

    @Override
    public String messageColumn() {
        return "Message";
    }

    @Override
    public String kindColumn() {
        return "Kind and topic";
    }

    @Override
    public String unitColumn() {
        return "Unit";
    }

    @Override
    public String stateColumn() {
        return "State";
    }

    @Override
    public String otherTopic() {
        return "Another topic";
    }

    @Override
    public String theCase() {
        return "Case";
    }

    @Override
    public String conversation() {
        return "Conversation";
    }

    @Override
    public String citizen() {
        return "Citizen";
    }

    @Override
    public String us() {
        return "We";
    }

    @Override
    public String automatic() {
        return "Automatic";
    }

    @Override
    public String withdrawn() {
        return "withdrawn by the citizen";
    }

    @Override
    public String edited() {
        return "edited by the citizen";
    }

    @Override
    public String sent() {
        return "sent";
    }

    @Override
    public String answer() {
        return "Answer";
    }

    @Override
    public String answerText() {
        return "The answer’s text";
    }

    @Override
    public String writeAnswer() {
        return "Write an answer";
    }

    @Override
    public String send() {
        return "Send";
    }

    @Override
    public String submit() {
        return "Submit";
    }

    @Override
    public String save() {
        return "Save changes";
    }

    @Override
    public String saveDraft() {
        return "Save as a draft";
    }

    @Override
    public String approve() {
        return "Approve and send";
    }

    @Override
    public String sendBackTitle() {
        return "Send back for changes";
    }

    @Override
    public String reason() {
        return "Reason";
    }

    @Override
    public String sendBack() {
        return "Send back";
    }

    @Override
    public String undo() {
        return "Stop sending";
    }

    @Override
    public String sendAgain() {
        return "Send again";
    }

    @Override
    public String unsaved() {
        return "What you wrote is not saved. Copy it from here if you still need it:";
    }

    @Override
    public String arrived() {
        return "It did arrive";
    }

    @Override
    public String nothingInTheMaking() {
        return "No answer is being prepared.";
    }

    @Override
    public String why() {
        return "Why it stands here";
    }

    @Override
    public String confidence() {
        return "Confidence";
    }

    @Override
    public String decidingWords() {
        return "Words that decided";
    }

    @Override
    public String missing() {
        return "Still unknown";
    }

    @Override
    public String assignee() {
        return "Agent";
    }

    @Override
    public String nobody() {
        return "Nobody yet";
    }

    @Override
    public String deadline() {
        return "Due";
    }

    @Override
    public String history() {
        return "History";
    }

    @Override
    public Trouble trouble(int status) {
        return switch (status) {
            case 403 ->
                new Trouble(
                        "This page is not for your account",
                        "The desk is for agents and supervisors. If you are one, sign out and sign in with that account.");
            case 404 ->
                new Trouble("Page not found", "The address may be mistyped, or the case belongs to another agency.");
            case 400, 405, 415, 422 ->
                new Trouble("This address is incomplete", "Go back to the queue and open the case from there.");
            default ->
                new Trouble("Something is not working", "It is not your fault. Wait a moment, then reload this page.");
        };
    }

    @Override
    public String backToQueue() {
        return "Back to the queue";
    }

    @Override
    public String span(Duration span) {
        long minutes = span.toMinutes();
        if (minutes < 1) {
            return span.toSeconds() + " s";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h " + minutes % 60 + " min";
        }
        return minutes / (24 * 60) + " days";
    }

    @Override
    public String late(String span) {
        return span + " overdue";
    }

    @Override
    public String left(String span) {
        return span + " left";
    }

    @Override
    public DateTimeFormatter dayAndTime() {
        return DAY_AND_TIME;
    }
}
