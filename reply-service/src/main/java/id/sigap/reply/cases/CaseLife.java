package id.sigap.reply.cases;

import static id.sigap.reply.cases.CaseAct.ANSWER;
import static id.sigap.reply.cases.CaseAct.CLOSE;
import static id.sigap.reply.cases.CaseAct.DRAFT;
import static id.sigap.reply.cases.CaseAct.FAIL;
import static id.sigap.reply.cases.CaseAct.MERGE;
import static id.sigap.reply.cases.CaseAct.MESSAGE;
import static id.sigap.reply.cases.CaseAct.RELEASE;
import static id.sigap.reply.cases.CaseAct.REOPEN;
import static id.sigap.reply.cases.CaseAct.RESOLVE;
import static id.sigap.reply.cases.CaseAct.RETURN;
import static id.sigap.reply.cases.CaseAct.SNOOZE;
import static id.sigap.reply.cases.CaseAct.SUBMIT;
import static id.sigap.reply.cases.CaseAct.THANK;
import static id.sigap.reply.cases.CaseAct.TRANSFER;
import static id.sigap.reply.cases.CaseAct.WAIT;
import static id.sigap.reply.cases.CaseAct.WAKE;
import static id.sigap.reply.cases.CaseState.ANSWERED;
import static id.sigap.reply.cases.CaseState.AWAITING_APPROVAL;
import static id.sigap.reply.cases.CaseState.CLOSED;
import static id.sigap.reply.cases.CaseState.DRAFTING;
import static id.sigap.reply.cases.CaseState.NEEDS_ATTENTION;
import static id.sigap.reply.cases.CaseState.NEW;
import static id.sigap.reply.cases.CaseState.RESOLVED;
import static id.sigap.reply.cases.CaseState.SENDING;
import static id.sigap.reply.cases.CaseState.SNOOZED;
import static id.sigap.reply.cases.CaseState.TRANSFERRED;
import static id.sigap.reply.cases.CaseState.WAITING_FOR_CITIZEN;

import java.util.EnumMap;
import java.util.Map;

/**
 * The one table of what a case may become. Every act is decided in every state: allowed, or refused for a reason; a pair
 * that is forgotten stops the program from starting. {@code docs/case-life.md} shows the same table, and a test
 * compares them.
 */
public final class CaseLife {
    private static final String NOT_CLOSED = "The case is not closed.";
    private static final String NO_DRAFT = "No answer is in the making.";
    private static final String NOT_ANSWERED = "The case is not answered yet.";
    private static final String NOT_SNOOZED = "The case is not laid aside.";
    private static final String UNDER_APPROVAL = "An answer waits for approval; approve or reject it first.";
    private static final String ON_ITS_WAY = "An answer is on its way; wait until it has arrived, or take it back.";
    private static final String UNSETTLED = "An answer failed, or nobody can tell; settle that first.";
    private static final String ELSEWHERE = "Another office has the matter; the case stays open until it has answered.";
    private static final String ENDED = "The case is closed; reopen it first.";

    private static final Map<CaseState, Map<CaseAct, Transition>> TABLE = table();

    private CaseLife() {}

    /** Where the act leads from the state. */
    public static Transition after(CaseState state, CaseAct act) {
        Map<CaseAct, Transition> row = TABLE.get(state);
        Transition transition = row == null ? null : row.get(act);
        if (transition == null) {
            throw new IllegalStateException("the table decides every pair: " + state + ", " + act);
        }
        return transition;
    }

    private static Map<CaseState, Map<CaseAct, Transition>> table() {
        Map<CaseState, Map<CaseAct, Transition>> table = new EnumMap<>(CaseState.class);
        table.put(NEW, begun().decided());
        table.put(DRAFTING, drafting().decided());
        table.put(AWAITING_APPROVAL, awaitingApproval().decided());
        table.put(SENDING, sending().decided());
        table.put(NEEDS_ATTENTION, needsAttention().decided());
        table.put(
                ANSWERED,
                resting(ANSWERED)
                        .moves(WAIT, WAITING_FOR_CITIZEN)
                        .refuses(NOT_CLOSED, REOPEN)
                        .decided());
        table.put(
                WAITING_FOR_CITIZEN,
                resting(WAITING_FOR_CITIZEN)
                        .keeps(WAIT)
                        .refuses(NOT_CLOSED, REOPEN)
                        .decided());
        table.put(
                RESOLVED,
                resting(RESOLVED)
                        .refuses("The case is resolved; nothing is asked of the citizen.", WAIT)
                        // The citizen thinks otherwise.
                        .moves(REOPEN, NEW)
                        .decided());
        table.put(TRANSFERRED, transferred().decided());
        table.put(SNOOZED, snoozed().decided());
        table.put(CLOSED, closed().decided());
        return table;
    }

    private static Row begun() {
        return inHand(NEW).moves(DRAFT, DRAFTING).refuses(NO_DRAFT, SUBMIT, RELEASE);
    }

    private static Row drafting() {
        return inHand(DRAFTING).keeps(DRAFT).moves(SUBMIT, AWAITING_APPROVAL).moves(RELEASE, SENDING);
    }

    /** What holds wherever the citizen waits for us and no answer is put forward; the draft is each state's own. */
    private static Row inHand(CaseState state) {
        return new Row(state)
                .keeps(MESSAGE, RETURN)
                // An older answer arrived, or did not, while the next one was not begun or in the making.
                .moves(ANSWER, ANSWERED)
                .moves(FAIL, NEEDS_ATTENTION)
                .refuses(NOT_ANSWERED, WAIT, RESOLVE, THANK)
                .moves(TRANSFER, TRANSFERRED)
                .moves(SNOOZE, SNOOZED)
                .refuses(NOT_SNOOZED, WAKE)
                .moves(MERGE, CLOSED)
                .moves(CLOSE, CLOSED)
                .refuses(NOT_CLOSED, REOPEN);
    }

    private static Row awaitingApproval() {
        return new Row(AWAITING_APPROVAL)
                // The approver saw an answer to less than the citizen has written by now.
                .moves(MESSAGE, DRAFTING)
                .moves(DRAFT, DRAFTING)
                .keeps(SUBMIT, RETURN)
                .moves(RELEASE, SENDING)
                .moves(ANSWER, ANSWERED)
                .moves(FAIL, NEEDS_ATTENTION)
                .refuses(NOT_ANSWERED, WAIT, RESOLVE, THANK)
                .refuses(UNDER_APPROVAL, TRANSFER, SNOOZE, MERGE)
                .refuses(NOT_SNOOZED, WAKE)
                .moves(CLOSE, CLOSED)
                .refuses(NOT_CLOSED, REOPEN);
    }

    private static Row sending() {
        return new Row(SENDING)
                .moves(MESSAGE, DRAFTING)
                .moves(DRAFT, DRAFTING)
                .refuses(ON_ITS_WAY, SUBMIT, RELEASE, WAIT, RESOLVE, TRANSFER, SNOOZE, THANK, MERGE, CLOSE)
                .moves(ANSWER, ANSWERED)
                .moves(FAIL, NEEDS_ATTENTION)
                .keeps(RETURN)
                .refuses(NOT_SNOOZED, WAKE)
                .refuses(NOT_CLOSED, REOPEN);
    }

    private static Row needsAttention() {
        return new Row(NEEDS_ATTENTION)
                .moves(MESSAGE, DRAFTING)
                .moves(DRAFT, DRAFTING)
                .refuses(NO_DRAFT, SUBMIT)
                // A person sends the same answer again, knowing why it failed.
                .moves(RELEASE, SENDING)
                // A receipt, or a person, told that the answer had arrived after all.
                .moves(ANSWER, ANSWERED)
                .keeps(FAIL, RETURN)
                .refuses(UNSETTLED, WAIT, RESOLVE, TRANSFER, SNOOZE, THANK, MERGE)
                .refuses(NOT_SNOOZED, WAKE)
                .moves(CLOSE, CLOSED)
                .refuses(NOT_CLOSED, REOPEN);
    }

    /** What holds wherever nothing waits for us; what WAIT and REOPEN do is each state's own. */
    private static Row resting(CaseState state) {
        return new Row(state)
                .moves(MESSAGE, DRAFTING)
                // We may write first, e.g. when a train runs again.
                .moves(DRAFT, DRAFTING)
                .refuses(NO_DRAFT, SUBMIT, RELEASE)
                .moves(ANSWER, ANSWERED)
                .moves(FAIL, NEEDS_ATTENTION)
                .moves(RESOLVE, RESOLVED)
                .moves(TRANSFER, TRANSFERRED)
                .moves(RETURN, NEW)
                .moves(SNOOZE, SNOOZED)
                .refuses(NOT_SNOOZED, WAKE)
                .moves(THANK, CLOSED)
                .moves(MERGE, CLOSED)
                .moves(CLOSE, CLOSED);
    }

    private static Row transferred() {
        return new Row(TRANSFERRED)
                .moves(MESSAGE, DRAFTING)
                .moves(DRAFT, DRAFTING)
                // The draft from before the transfer may tell the citizen where the matter is now.
                .moves(SUBMIT, AWAITING_APPROVAL)
                .moves(RELEASE, SENDING)
                .moves(ANSWER, ANSWERED)
                .moves(FAIL, NEEDS_ATTENTION)
                .keeps(TRANSFER)
                .moves(RETURN, DRAFTING)
                .moves(SNOOZE, SNOOZED)
                .refuses(NOT_SNOOZED, WAKE)
                .refuses(ELSEWHERE, WAIT, RESOLVE, THANK, MERGE, CLOSE)
                .refuses(NOT_CLOSED, REOPEN);
    }

    private static Row snoozed() {
        return new Row(SNOOZED)
                .moves(MESSAGE, DRAFTING)
                .moves(DRAFT, DRAFTING)
                .moves(SUBMIT, AWAITING_APPROVAL)
                .moves(RELEASE, SENDING)
                // A receipt may come late; whoever laid the case aside still wants it back at its time.
                .keeps(ANSWER, SNOOZE)
                .moves(FAIL, NEEDS_ATTENTION)
                .refuses("The case is laid aside; wake it first.", WAIT, RESOLVE)
                .moves(TRANSFER, TRANSFERRED)
                .moves(RETURN, DRAFTING)
                .moves(WAKE, DRAFTING)
                .refuses("Somebody wants to look at it again, thanks or not.", THANK)
                .moves(MERGE, CLOSED)
                .moves(CLOSE, CLOSED)
                .refuses(NOT_CLOSED, REOPEN);
    }

    private static Row closed() {
        return new Row(CLOSED)
                .moves(REOPEN, NEW)
                // A receipt may come after the closing; it changes nothing.
                .keeps(ANSWER, FAIL)
                .refuses(
                        ENDED, MESSAGE, DRAFT, SUBMIT, RELEASE, WAIT, RESOLVE, TRANSFER, RETURN, SNOOZE, THANK, MERGE,
                        CLOSE)
                .refuses(NOT_SNOOZED, WAKE);
    }

    /** A state's row while it is written down. */
    private static final class Row {
        private final CaseState state;
        private final Map<CaseAct, Transition> cells = new EnumMap<>(CaseAct.class);

        Row(CaseState state) {
            this.state = state;
        }

        Row moves(CaseAct act, CaseState to) {
            return set(act, new Transition.Moved(to));
        }

        Row keeps(CaseAct... acts) {
            for (CaseAct act : acts) {
                set(act, new Transition.Moved(state));
            }
            return this;
        }

        Row refuses(String why, CaseAct... acts) {
            for (CaseAct act : acts) {
                set(act, new Transition.Refused(state, act, why));
            }
            return this;
        }

        Map<CaseAct, Transition> decided() {
            for (CaseAct act : CaseAct.values()) {
                if (!cells.containsKey(act)) {
                    throw new IllegalStateException("undecided: " + state + ", " + act);
                }
            }
            return cells;
        }

        private Row set(CaseAct act, Transition transition) {
            if (cells.put(act, transition) != null) {
                throw new IllegalStateException("decided twice: " + state + ", " + act);
            }
            return this;
        }
    }
}
