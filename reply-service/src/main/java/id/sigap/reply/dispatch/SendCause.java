package id.sigap.reply.dispatch;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer has not reached its citizen, from our own word or the channel's code. The numbers are those of the
 * WhatsApp Cloud API's documentation of error codes, the statuses those of HTTP, both as of November 2026. What a code
 * that is not listed means nobody here knows, so it is shown as it came.
 */
public enum SendCause {
    BLOCKED_BY_CITIZEN(Again.WHEN_THE_CITIZEN_WRITES),
    WINDOW_CLOSED(Again.WHEN_THE_CITIZEN_WRITES),
    /** The number has no account there, or an application too old, or its owner has not agreed to the terms. */
    UNREACHABLE(Again.WHEN_THE_CITIZEN_WRITES),
    /** The citizen's number is the account's own. */
    OWN_NUMBER(Again.NEVER),
    TYPE_NOT_TAKEN(Again.NEVER),
    /** The recipient is known by a user id only, and this message cannot go there. */
    USER_ID_NOT_TAKEN(Again.NEVER),
    PERSONAL_DATA(Again.NEVER),
    NOT_WHAT_WAS_APPROVED(Again.NEVER),
    INVALID(Again.MAY),
    NO_PERMISSION(Again.MAY),
    TOKEN_ENDED(Again.MAY),
    NO_TOKEN(Again.MAY),
    ACCOUNT_RESTRICTED(Again.MAY),
    ACCOUNT_UNPAID(Again.MAY),
    MAINTENANCE(Again.MAY),
    TOO_FAST(Again.MAY),
    TOO_FAST_FOR_ONE(Again.MAY),
    CHANNEL_FAULT(Again.MAY),
    NOT_FOUND(Again.MAY),
    NOT_IN_DIRECTORY(Again.MAY),
    NOT_DELIVERED(Again.MAY),
    NOT_READABLE(Again.MAY),
    NOT_CONNECTED(Again.MAY),
    NO_ANSWER(Again.MAY),
    INTERRUPTED(Again.MAY),
    UNCLEAR_OUTCOMES(Again.MAY),
    /** A code that is not listed. */
    OTHER(Again.MAY);

    /** Whether sending the same words once more can succeed. */
    public enum Again {
        /** Nothing says that it cannot. */
        MAY,
        /** Only the citizen can open the way again, by writing. */
        WHEN_THE_CITIZEN_WRITES,
        /** These words, to this address, will never pass. */
        NEVER
    }

    private static final Pattern GIVEN_UP = Pattern.compile("given-up: (.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Again again;

    SendCause(Again again) {
        this.again = again;
    }

    /** Whether the same words can still arrive. */
    public Again again() {
        return again;
    }

    /**
     * Whether to offer sending the same words once more.
     *
     * @param failedAt when it failed; absent when that is not known
     * @param lastMessageAt when the citizen last wrote
     */
    public boolean worthRetrying(@Nullable Instant failedAt, Instant lastMessageAt) {
        return switch (again) {
            case MAY -> true;
            case WHEN_THE_CITIZEN_WRITES -> failedAt != null && lastMessageAt.isAfter(failedAt);
            case NEVER -> false;
        };
    }

    /** Stable word for programs. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a code as it is kept; after the last attempt in vain it is that attempt's. */
    public static SendCause of(String code) {
        Matcher last = GIVEN_UP.matcher(code);
        String word = last.matches() ? last.group(1) : code;
        return NUMBER.matcher(word).matches() ? ofNumber(Integer.parseInt(word)) : ofWord(word);
    }

    private static SendCause ofNumber(int code) {
        return switch (code) {
            case 0, 190 -> TOKEN_ENDED;
            case 3, 10, 131005 -> NO_PERMISSION;
            case 4, 80007, 130429 -> TOO_FAST;
            case 131056 -> TOO_FAST_FOR_ONE;
            case 1, 2, 131000, 131016 -> CHANNEL_FAULT;
            case 131057 -> MAINTENANCE;
            case 368, 131031, 131048 -> ACCOUNT_RESTRICTED;
            case 131042 -> ACCOUNT_UNPAID;
            case 131026 -> UNREACHABLE;
            case 131047 -> WINDOW_CLOSED;
            case 131051 -> TYPE_NOT_TAKEN;
            case 131021 -> OWN_NUMBER;
            case 131062 -> USER_ID_NOT_TAKEN;
            case 33 -> NOT_FOUND;
            case 100, 131008, 131009 -> INVALID;
            default -> code >= 200 && code <= 299 ? NO_PERMISSION : OTHER;
        };
    }

    private static SendCause ofWord(String word) {
        return switch (word) {
            case "blocked-by-citizen" -> BLOCKED_BY_CITIZEN;
            case "reply-window" -> WINDOW_CLOSED;
            case "personal-data" -> PERSONAL_DATA;
            case "not-what-was-approved" -> NOT_WHAT_WAS_APPROVED;
            case "not-delivered" -> NOT_DELIVERED;
            case "no-message-id", "not-understood" -> NOT_READABLE;
            case "not-connected" -> NOT_CONNECTED;
            case "time-out", "connection-lost" -> NO_ANSWER;
            case "interrupted", "parts-not-kept" -> INTERRUPTED;
            case "unclear-outcomes" -> UNCLEAR_OUTCOMES;
            case "no-access-token", "no-bot-token" -> NO_TOKEN;
            case "not-in-directory" -> NOT_IN_DIRECTORY;
            case "http-401", "http-403" -> TOKEN_ENDED;
            case "http-404" -> NOT_FOUND;
            case "http-429" -> TOO_FAST;
            case "http-400" -> INVALID;
            default -> word.startsWith("http-5") ? CHANNEL_FAULT : OTHER;
        };
    }
}
