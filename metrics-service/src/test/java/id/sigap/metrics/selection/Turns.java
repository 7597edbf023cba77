package id.sigap.metrics.selection;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.TurnRow;
import java.util.UUID;

/** Turns of one citizen each, told by when they began and what became of them. Times are ms. */
public final class Turns {
    public static final String AGENCY = "kemenhub-contoh";
    public static final String ACCOUNT = "kemenhub-wa";
    public static final String UNIT = "layanan-kereta";

    private Turns() {}

    public static TurnRow waiting(String name, long startsAt, long dueAt) {
        return row(AGENCY, name, startsAt, Outcome.WAITING, 0, dueAt);
    }

    public static TurnRow ended(String name, long startsAt, Outcome outcome, long endsAt) {
        return row(AGENCY, name, startsAt, outcome, endsAt, startsAt + 600_000);
    }

    public static TurnRow row(String agency, String name, long startsAt, Outcome outcome, long endsAt, long dueAt) {
        UUID conversation = Ids.conversation(Channel.WHATSAPP, ACCOUNT, name);
        return new TurnRow(
                agency,
                conversation,
                Ids.message(Channel.WHATSAPP, ACCOUNT, name),
                startsAt,
                Ids.derived("case", name),
                ACCOUNT,
                Channel.WHATSAPP,
                UNIT,
                Kind.COMPLAINT,
                "kereta",
                Urgency.NORMAL,
                outcome,
                endsAt,
                null,
                null,
                dueAt,
                1,
                outcome.answered() ? new Decomposition(0, 0, 0, 0, 0, endsAt - startsAt) : Decomposition.NONE,
                null);
    }
}
