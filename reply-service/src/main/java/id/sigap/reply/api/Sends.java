package id.sigap.reply.api;

import id.sigap.reply.casework.ReplyActs;
import id.sigap.reply.casework.StuckActs;
import id.sigap.reply.sending.PlannedSends;
import id.sigap.reply.sending.SendingAccounts;
import id.sigap.reply.sending.StuckSends;
import id.sigap.reply.sending.UnknownReplies;
import id.sigap.reply.sending.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;

/** What people do about answers on their way. */
@ApplicationScoped
class Sends {
    private final StuckSends stuck;
    private final StuckActs acts;
    private final ReplyActs replies;
    private final UnknownReplies unknown;
    private final Withdrawals withdrawals;
    private final SendingAccounts accounts;
    private final PlannedSends planned;

    Sends(
            StuckSends stuck,
            StuckActs acts,
            ReplyActs replies,
            UnknownReplies unknown,
            Withdrawals withdrawals,
            SendingAccounts accounts,
            PlannedSends planned) {
        this.stuck = stuck;
        this.acts = acts;
        this.replies = replies;
        this.unknown = unknown;
        this.withdrawals = withdrawals;
        this.accounts = accounts;
        this.planned = planned;
    }

    StuckSends stuck() {
        return stuck;
    }

    StuckActs acts() {
        return acts;
    }

    ReplyActs replies() {
        return replies;
    }

    UnknownReplies unknown() {
        return unknown;
    }

    Withdrawals withdrawals() {
        return withdrawals;
    }

    PlannedSends planned() {
        return planned;
    }

    SendingAccounts accounts() {
        return accounts;
    }
}
