package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong for the next sends, or the next webhooks, of some accounts.
 *
 * @param kind what goes wrong
 * @param channel only on this channel; absent for every one
 * @param account only for this account; absent for every one
 * @param next how often it befalls before it is over, at least 1
 * @param status HTTP status of a refused send
 * @param code the vendor's own error code of a refused or failed send; a fitting one when absent
 * @param retryAfterSeconds what a refusal tells about trying again
 * @param delayMillis waited before anything else happens
 * @param receipts how an accepted message is reported afterwards
 * @param times how often a webhook is delivered
 */
public record Fault(
        FaultKind kind,
        @Nullable Channel channel,
        @Nullable String account,
        int next,
        int status,
        @Nullable Integer code,
        @Nullable Integer retryAfterSeconds,
        long delayMillis,
        Receipts receipts,
        int times) {
    static final Fault NONE = of(FaultKind.RECEIPTS, 1);

    /** Names the first field that does not fit the kind. */
    public Fault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(receipts, "receipts");
        within("next", next, 1, 10_000_000);
        within("delayMillis", delayMillis, 0, 600_000);
        if (kind == FaultKind.STATUS) {
            within("status", status, 400, 599);
        }
        if (retryAfterSeconds != null) {
            within("retryAfter", retryAfterSeconds, 0, 86_400);
        }
        if (kind == FaultKind.DUPLICATE_WEBHOOKS) {
            within("times", times, 2, 1_000);
        }
    }

    /** A fault of every account with nothing but its kind: a status is 503, a duplicate comes twice. */
    public static Fault of(FaultKind kind, int next) {
        return new Fault(kind, null, null, next, 503, null, null, 0, Receipts.NORMAL, 2);
    }

    /** The next sends are refused with this status. */
    public static Fault status(int next, int status, @Nullable Integer retryAfterSeconds) {
        return new Fault(FaultKind.STATUS, null, null, next, status, null, retryAfterSeconds, 0, Receipts.NORMAL, 2);
    }

    /** The next webhooks are delivered so many times, all at once. */
    public static Fault duplicates(int next, int times) {
        return new Fault(FaultKind.DUPLICATE_WEBHOOKS, null, null, next, 503, null, null, 0, Receipts.NORMAL, times);
    }

    /** The same for one account only. */
    public Fault forAccount(String id) {
        return new Fault(kind, channel, id, next, status, code, retryAfterSeconds, delayMillis, receipts, times);
    }

    /** The same with this vendor's error code. */
    public Fault withCode(int newCode) {
        return new Fault(
                kind, channel, account, next, status, newCode, retryAfterSeconds, delayMillis, receipts, times);
    }

    /** The same after a wait. */
    public Fault withDelayMillis(long millis) {
        return new Fault(kind, channel, account, next, status, code, retryAfterSeconds, millis, receipts, times);
    }

    /** The same with other receipts. */
    public Fault withReceipts(Receipts other) {
        return new Fault(kind, channel, account, next, status, code, retryAfterSeconds, delayMillis, other, times);
    }

    boolean befalls(Channel of, String accountId, boolean send) {
        return kind.ofSends() == send
                && (channel == null || channel == of)
                && (account == null || account.equals(accountId));
    }

    JsonObject toJson(int left) {
        JsonObject json =
                new JsonObject().put("kind", kind.wire()).put("next", next).put("left", left);
        if (channel != null) {
            json.put("channel", channel.wire());
        }
        if (account != null) {
            json.put("account", account);
        }
        if (kind == FaultKind.STATUS) {
            json.put("status", status);
        }
        if (code != null) {
            json.put("code", code);
        }
        if (retryAfterSeconds != null) {
            json.put("retryAfter", retryAfterSeconds);
        }
        if (delayMillis > 0) {
            json.put("delayMillis", delayMillis);
        }
        if (receipts != Receipts.NORMAL) {
            json.put("receipts", receipts.wire());
        }
        if (kind == FaultKind.DUPLICATE_WEBHOOKS) {
            json.put("times", times);
        }
        return json;
    }

    private static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidInputException(field, "must be " + least + " to " + most);
        }
    }
}
