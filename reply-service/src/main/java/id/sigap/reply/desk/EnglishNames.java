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

/** What things are called, in plain English. */
abstract class EnglishNames implements ThingNames {
    @Override
    public String of(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "Complaint";
            case QUESTION -> "Question";
            case PRAISE -> "Praise";
            case OTHER -> "Other";
            case SPAM -> "Spam";
        };
    }

    @Override
    public String of(Urgency urgency) {
        return switch (urgency) {
            case LOW -> "Low";
            case NORMAL -> "Normal";
            case HIGH -> "Urgent";
            case CRITICAL -> "Critical";
        };
    }

    @Override
    public String of(CaseState state) {
        return switch (state) {
            case NEW -> "New";
            case DRAFTING -> "Draft";
            case AWAITING_APPROVAL -> "Awaiting approval";
            case SENDING -> "Being sent";
            case NEEDS_ATTENTION -> "Needs a look";
            case ANSWERED -> "Answered";
            case WAITING_FOR_CITIZEN -> "Waiting for the citizen";
            case RESOLVED -> "Resolved";
            case TRANSFERRED -> "With another office";
            case SNOOZED -> "Snoozed";
            case CLOSED -> "Closed";
        };
    }

    @Override
    public String of(Channel channel) {
        return switch (channel) {
            case WEB -> "Web form";
            case WHATSAPP -> "WhatsApp";
            case TELEGRAM -> "Telegram";
            case EMAIL -> "E-mail";
            case X -> "X";
            case INSTAGRAM -> "Instagram";
            case FACEBOOK -> "Facebook";
            case TIKTOK -> "TikTok";
            case YOUTUBE -> "YouTube";
            case SMS -> "SMS";
            case API -> "Another system";
            case OPEN311 -> "Open311";
        };
    }

    @Override
    public String of(TemplateSlot slot) {
        return switch (slot) {
            case NAME -> "the citizen's name; empty in public";
            case NUMBER -> "the case's number";
            case TOPIC -> "what it is about";
            case UNIT -> "the unit's name";
            case AGENCY -> "the agency's name";
            case DEADLINE -> "when the citizen hears from us again";
            case LEGAL_DEADLINE -> "by when the law wants it settled, or nothing";
            case QUESTIONS -> "the questions for what is missing";
            case ANSWER -> "the answer from the knowledge base";
            case EMPATHY -> "one line of empathy when the citizen is upset";
        };
    }

    @Override
    public String mistake(TemplateMistake.Kind kind, int at, String word) {
        return switch (kind) {
            case CLOSES_NOTHING -> "the } at character " + at + " has no { before it.";
            case STAYS_OPEN -> "the { at character " + at + " has no } behind it.";
            case UNKNOWN_SLOT ->
                "there is no slot {" + word + "}, at character " + at + ". Those that exist are listed below the form.";
        };
    }

    @Override
    public String of(StatementState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case SUBMITTED -> "Awaits approval";
            case RELEASED -> "Going out";
            case PAUSED -> "Paused";
            case CANCELLED -> "Stopped";
        };
    }

    @Override
    public String of(Release release) {
        return switch (release) {
            case SEND_NOW -> "Send now";
            case UNDO_WINDOW -> "Send after an undo window";
            case ONE_APPROVAL -> "One approval";
            case TWO_APPROVALS -> "Two approvals";
        };
    }

    @Override
    public String of(ArticleState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case PUBLISHED -> "Published";
            case RETIRED -> "Retired";
        };
    }

    @Override
    public String outcome(String outcome, String reason) {
        return switch (reason.isEmpty() ? outcome : reason) {
            case "ready" -> "Complete draft";
            case "needs-detail" -> "Asks for what is missing";
            case "whistle-blowing" -> "Needs a person: report of wrongdoing";
            case "danger" -> "Needs a person: danger";
            case "unsure" -> "Needs a person: triage is unsure";
            case "no-answer" -> "Needs a person: no answer in the knowledge base";
            case "part-open" -> "Needs a person: some questions stay open";
            case "no-calendar" -> "Needs a person: the unit's calendar is incomplete";
            default -> "Draft";
        };
    }

    @Override
    public String skipped(String reason) {
        return switch (reason) {
            case "closed" -> "closed";
            case "withdrawn" -> "withdrawn";
            case "answered" -> "answered already";
            case "not-answered" -> "never answered";
            case "in-hand" -> "in somebody's hands";
            case "unknown" -> "not known to have arrived";
            case "window-closed" -> "outside the channel's reply window";
            case "too-long" -> "too long for the channel";
            case "wrong-state" -> "in another state";
            case "not-in-directory" -> "not in the directory";
            default -> "for another reason";
        };
    }

    @Override
    public String many(int done, int refused) {
        return (done == 1 ? "1 case changed." : done + " cases changed.")
                + (refused == 0 ? "" : " " + refused + " could not be changed.");
    }

    @Override
    public String explain(ReplyState state, int approvalsNeeded, int approvalsGiven) {
        return switch (state) {
            case DRAFT ->
                approvalsNeeded == 0
                        ? "A draft. Once you send it, it goes straight to the citizen."
                        : "A draft. Once submitted, it needs " + approvalsNeeded
                                + (approvalsNeeded == 1 ? " approval." : " approvals.");
            case SUBMITTED ->
                "Waiting for approval " + (approvalsGiven + 1) + " of " + Math.max(1, approvalsNeeded) + ".";
            case QUEUED -> "About to be sent.";
            case SENDING -> "Being sent.";
            case ACCEPTED -> "Sent.";
            case FAILED -> "Not sent: the channel refused it.";
            case UNKNOWN ->
                "It may or may not have been sent. Look at the conversation on the channel before sending again.";
            case DISCARDED -> "Not used.";
        };
    }

    @Override
    public String of(SendCause cause) {
        return switch (cause) {
            case BLOCKED_BY_CITIZEN -> "the citizen has blocked our account";
            case WINDOW_CLOSED -> "the channel's reply window has closed";
            case UNREACHABLE -> "that number cannot receive messages on this channel";
            case OWN_NUMBER -> "the number is our own account's";
            case TYPE_NOT_TAKEN -> "the channel does not take this type of message";
            case USER_ID_NOT_TAKEN -> "the channel cannot send to a citizen who is known by a user name only";
            case PERSONAL_DATA -> "there is personal data in a public answer";
            case NOT_WHAT_WAS_APPROVED -> "the text is not the one that was approved";
            case INVALID -> "the channel finds a value of the request invalid";
            case NO_PERMISSION -> "the account lacks the channel's permission for this";
            case TOKEN_ENDED -> "the account's access key is refused or has expired";
            case NO_TOKEN -> "the account has no access key";
            case ACCOUNT_RESTRICTED -> "the channel has restricted or locked our account";
            case ACCOUNT_UNPAID -> "the account has a payment problem at the channel";
            case MAINTENANCE -> "the channel is maintaining the account";
            case TOO_FAST -> "too many messages in a short time";
            case TOO_FAST_FOR_ONE -> "too many messages to this citizen in a short time";
            case CHANNEL_FAULT -> "the channel has a fault";
            case NOT_FOUND -> "the channel does not know the account or the conversation";
            case NOT_IN_DIRECTORY -> "the account is not in the directory";
            case NOT_DELIVERED -> "the channel says that it did not arrive";
            case NOT_READABLE -> "the channel's answer cannot be read";
            case NOT_CONNECTED -> "the channel cannot be reached";
            case NO_ANSWER -> "the channel did not finish its answer";
            case INTERRUPTED -> "sending was interrupted";
            case UNCLEAR_OUTCOMES -> "what became of several messages in a row is unclear";
            case OTHER -> "the channel refused it with a code that we do not know yet";
        };
    }

    @Override
    public String vendorCode(String code) {
        return "the channel's code " + code;
    }

    @Override
    public String instead(SendCause.Again again) {
        return switch (again) {
            case MAY -> "It can be sent again.";
            case WHEN_THE_CITIZEN_WRITES ->
                "Sending again cannot arrive. Reach the citizen on another channel, or wait: once they write again, this channel is open.";
            case NEVER -> "Sending the same text again cannot arrive. Open the case and write another answer.";
        };
    }

    @Override
    public String of(RecordedAct act) {
        return switch (act) {
            case DRAFTED -> "Draft written";
            case TEXT_KEPT -> "Text kept on record";
            case SUBMITTED -> "Submitted for approval";
            case APPROVED -> "Approved";
            case REJECTED -> "Sent back";
            case EDITED -> "Text changed";
            case UNDONE -> "Sending stopped";
            case RELEASED -> "Released for sending";
            case SENT_AGAIN -> "Sent again";
            case DELEGATED -> "Approval handed on";
            case REVISED -> "Text changed by an approver";
            case CONFIRMED -> "Change confirmed";
            case ASSIGNED -> "Agent changed";
            case ROUTED -> "Moved to another unit";
            case RECLASSIFIED -> "Kind or topic corrected";
            case CLOSED -> "Closed";
            case REOPENED -> "Reopened";
            case NOTE -> "Note";
            case SNOOZED -> "Snoozed";
            case WOKEN -> "Back in the queue";
            case TRANSFERRED -> "Passed to another office";
            case OFFICE_ANSWERED -> "The other office has answered";
            case MERGED -> "Merged into another case";
            case ABSORBED -> "Another case was merged into this one";
            case RESOLVED -> "Marked as resolved";
            case WAITING -> "Waiting for the citizen";
            case TAKEN_BACK -> "Taken back from the agent";
            case RATED -> "Rated by the citizen";
            case READ_AGAIN -> "The citizen changed the message; it was read again";
            case THANKED -> "The citizen said thanks";
            case SENT -> "Sent";
            case STATEMENT_WRITTEN -> "Statement written";
            case STATEMENT_SUBMITTED -> "Statement submitted for approval";
            case STATEMENT_APPROVED -> "Statement approved";
            case STATEMENT_REVISED -> "Statement changed by its approver";
            case STATEMENT_CONFIRMED -> "Change of the statement agreed to";
            case STATEMENT_REJECTED -> "Statement sent back";
            case STATEMENT_DELEGATED -> "Approval of a statement handed on";
            case STATEMENT_PAUSED -> "Statement paused";
            case STATEMENT_RESUMED -> "Statement resumed";
            case STATEMENT_ENDED, STATEMENT_CANCELLED -> "Statement ended";
            case STATEMENT_RELEASED -> "Statement released";
            case WITHDRAWN -> "Answer taken back";
            case WITHDRAWAL_REFUSED -> "The channel refused to delete the answer";
            case WITHDRAWAL_UNKNOWN -> "The answer may or may not be deleted";
            case SCHEDULED -> "Scheduled";
            case JOINED_INCIDENT -> "Added to an incident";
            case SEND_GIVEN_UP -> "Send given up";
            case LINKED -> "Identities linked";
            case UNLINKED -> "Identities unlinked";
            case FOUND_SENT -> "Found to have been sent";
            case TEMPLATE_SAVED -> "Template saved";
            case TEMPLATE_DELETED -> "Template deleted";
        };
    }

    @Override
    public String level() {
        return "level";
    }

    @Override
    public String changedBy() {
        return "change by";
    }

    @Override
    public String closed(String disposition) {
        return switch (disposition) {
            case "resolved" -> "answered and done";
            case "needs-no-answer" -> "needs no answer";
            case "without-answer" -> "closed without an answer";
            case "not-ours" -> "passed to whoever is in charge";
            default -> "closed";
        };
    }

    @Override
    public String fault(String kind) {
        return switch (kind) {
            case "row-changed" -> "a row was changed";
            case "row-missing" -> "a row is missing";
            case "row-inserted" -> "a row was inserted";
            case "link-missing" -> "a link is missing";
            case "end-differs" -> "the end of the chain does not fit";
            case "anchor-differs" -> "the link that you wrote down does not fit";
            default -> "a row does not fit";
        };
    }

    @Override
    public String of(Done done) {
        return switch (done) {
            case SAVED -> "Your changes are saved.";
            case SUBMITTED -> "The answer is submitted.";
            case APPROVED -> "The answer is approved.";
            case SENT_BACK -> "The answer was sent back for changes.";
            case UNDONE -> "Sending is stopped. The answer is a draft again.";
            case SENT_AGAIN -> "The answer is being sent again.";
            case ARRIVED -> "Noted: the answer did arrive.";
            case DRAFTED_ANEW -> "A new draft is ready.";
            case TYPING_FORGOTTEN -> "What you typed is discarded.";
            case TAKEN -> "You are working on this case now.";
            case LEFT -> "The case is free for your colleagues.";
            case CORRECTED -> "Corrected. Thank you, triage learns from it.";
            case ROUTED -> "Handed to another unit. Its deadline stays.";
            case CLOSED -> "Case closed.";
            case REOPENED -> "Case reopened.";
            case NOTED -> "Note saved.";
            case MANY_UNDONE -> "Undone. The cases are as they were.";
            case VIEW_SAVED -> "View saved.";
            case VIEW_DELETED -> "View deleted.";
            case TEMPLATE_SAVED -> "Template saved.";
            case DISCARDED -> "Given up. The case waits for another answer.";
            case ACCOUNT_RESUMED -> "The account tries to send again.";
            case STATEMENT_WRITTEN -> "Statement saved. Check who gets it, then submit it.";
            case PAUSED -> "Paused. What has left stays sent.";
            case RESUMED -> "Going on.";
            case CANCELLED -> "Stopped. The rest are drafts again.";
            case RETIRED -> "The statement is offered no more.";
            case REVISED -> "Text changed. Its author, or another supervisor, must agree.";
            case CONFIRMED -> "Change agreed.";
            case ARTICLE_SAVED -> "Article saved. What is published is in use at once.";
            case SNOOZED -> "Snoozed. It comes back by itself in time, or when the citizen writes.";
            case WOKEN -> "The case is back in the queue.";
            case LEFT_TO_CITIZEN -> "Waiting for the citizen. The case comes back when they write.";
            case PASSED_ON -> "Passed on. The case stays open until that office has answered.";
            case OFFICE_ANSWERED -> "That office's answer is noted. Tell the citizen.";
            case LINKED -> "Linked. The citizen’s cases on other channels are shown here.";
            case UNLINKED -> "The link is taken back.";
            case MERGED -> "Merged. What waits from both cases is here.";
            case WITHDRAWN -> "The answer is taken back. The citizen's message waits again.";
            case MENTION_READ -> "Marked as read.";
            case ON_DUTY -> "You are on duty. New cases are handed to you.";
            case OFF_DUTY -> "You are off duty. No new cases for you.";
            case WEBHOOK_CHANGED -> "Webhook saved.";
            case WEBHOOK_REMOVED -> "Webhook removed.";
            case WEBHOOK_TESTED -> "A test is on its way. What came of it will be in the log.";
            case WEBHOOK_REPLAYED -> "Sent again under the same id.";
            case RESOLVED -> "Resolved. It closes by itself unless the citizen writes.";
        };
    }

    @Override
    public String refused(String code) {
        return switch (code) {
            case "cannot-arrive" ->
                "The channel will not take it now. Use another channel, write another answer, or wait until the citizen writes again.";
            case "not-author" -> "Only the person who submitted this answer can agree to the change.";
            case "nothing-to-confirm" -> "There is no approver's change that waits for you.";
            case "merged" -> "This case was merged; go on in the one that took it in.";
            case "webhook-key-missing" ->
                "The key that seals webhook secrets is not set up. Tell whoever runs the system.";
            case "unprocessable-unit" -> "The directory has no such unit any more. Reload the page and choose again.";
            case "unprocessable-topic" -> "The directory has no such topic any more. Reload the page and choose again.";
            case "unprocessable-caseIds" -> "One of the cases is closed, or is not of this incident's agency.";
            case "unprocessable-text", "unprocessable-english" ->
                "A statement may have the slots {nama}, {nomor}, {unit}, {instansi} and {pertanyaan} only, each with both braces.";
            case "own-submission" -> "Somebody else needs to approve what you submitted.";
            case "own-text" -> "Somebody else needs to approve what you wrote.";
            case "approved-already" -> "You have approved already. The next approval is somebody else’s.";
            case "text-changed" -> "The text has changed since you saw it. Please look again below.";
            case "wrong-state", "reply-in-the-making" -> "This answer has moved on. Its present state is below.";
            case "version-conflict" -> "A colleague has just changed it. The newest version is below.";
            case "conflict" -> "A colleague was faster. The present state is below.";
            case "forbidden" -> "Only a supervisor can do this.";
            case "too-late" -> "This cannot be undone any more.";
            case "too-many-views" -> "You have many views. Delete one first.";
            case "same-unit" -> "The case is with that unit already.";
            case "unprocessable-into" ->
                "The cases are not known to be one citizen's, or belong to different agencies.";
            case "unprocessable-other" -> "There is no other case of this agency with that number.";
            case "unprocessable-case" -> "The channel does not tell who this citizen is, so nothing can be linked.";
            case "not-linked" -> "This citizen is linked to no other.";
            case "unprocessable-sendAt", "bad-request-sendAt" ->
                "The time must be after now, within 30 days, and while the channel still takes answers.";
            case "unprocessable-disposition" -> "Some messages are not answered yet.";
            case "bad-request-capacity" -> "Capacity: a number from 0 to 1,000.";
            case "bad-request-since" -> "Since when? Give the day and the time.";
            case "with-another-office" -> "Another office has the matter; wait for its answer, or note it first.";
            case "not-transferred" -> "No other office has this matter.";
            case "not-ours" -> "Pass it on first to whose matter it is, and tell the citizen.";
            case "channel-keeps-answers" -> "This channel does not delete what was sent. Send a correction instead.";
            case "withdrawal-refused" -> "The channel refused to delete it. Send a correction instead.";
            case "withdrawal-unknown" -> "It may or may not be deleted. Trying again does no harm.";
            case "too-many" -> "There are too many. Remove one first.";
            case "id-taken" -> "Another article has that id already.";
            case "name-taken" -> "That name is taken. Choose another.";
            case "bad-request" -> "There is nothing written yet. Please write something first.";
            case "unprocessable" -> "The text is too long for this channel. Shorten it and try again.";
            case "not-approver" -> "This approval is for others. You can give it when it is handed on to you.";
            default ->
                code.startsWith("bad-request-")
                        ? refused("bad-request")
                        : code.startsWith("check-")
                                ? "A check forbids this. See what it found below the text."
                                : "That did not work. Please try again in a moment.";
        };
    }
}
