package id.sigap.triage.urgency;

import id.sigap.triage.text.Memo;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import id.sigap.triage.text.Token.Shape;
import id.sigap.triage.text.WordClasses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Tells whether something that the text names has its time within two days of when it was sent: a departure "nanti jam
 * 5", "besok hari terakhir", an operation "tgl 12". A day or an hour counts only close to a word for what happens then.
 */
final class Deadlines {
    /** How many days are near, by the guide that the corpus is labelled by. */
    static final int NEAR_DAYS = 2;

    private static final WordClasses WORDS = WordClasses.of("deadlines.txt");
    private static final int EVENT = bit("event");
    private static final int NOW = bit("now");
    private static final int PAST = bit("past");
    private static final int BLOCKED = bit("blocked");
    private static final int REACH = 6;
    private static final int PAST_REACH = 3;
    private static final int FAR = -1000;
    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "maret",
            "april",
            "mei",
            "juni",
            "juli",
            "agustus",
            "september",
            "oktober",
            "november",
            "desember");
    private static final Map<String, Integer> WEEKDAYS =
            Map.of("senin", 1, "selasa", 2, "rabu", 3, "kamis", 4, "jumat", 5, "sabtu", 6, "minggu", 7, "ahad", 7);

    /** The day of the week that a word names, or 0: every word of every message is asked for. */
    private static final Memo.Place<Integer> WEEKDAY =
            new Memo.Place<>(token -> WEEKDAYS.getOrDefault(token.word(), 0));

    private final List<Token> tokens;
    private final LocalDateTime sent;

    private Deadlines(NormalText text, LocalDateTime sent) {
        this.tokens = text.tokens();
        this.sent = sent;
    }

    /**
     * What is near.
     *
     * @param sentAt when the message was sent
     * @param zone where its hours and days count
     */
    static Nearness of(NormalText text, Instant sentAt, ZoneId zone) {
        return new Deadlines(text, LocalDateTime.ofInstant(sentAt, zone)).nearness();
    }

    private Nearness nearness() {
        int event = FAR;
        int time = FAR;
        int past = FAR;
        boolean near = false;
        boolean blocked = false;
        for (int i = 0; i < tokens.size(); i++) {
            int bits = WORDS.bits(tokens, i);
            past = (bits & PAST) != 0 ? i : past;
            blocked |= (bits & BLOCKED) != 0;
            event = (bits & EVENT) != 0 && i - past > PAST_REACH ? i : event;
            boolean soon = (bits & NOW) != 0 || isSoon(i);
            time = soon && i - past > PAST_REACH ? i : time;
            near |= i - event <= REACH && i - time <= REACH && event >= 0 && time >= 0;
        }
        return near ? (blocked ? Nearness.NEAR_AND_BLOCKED : Nearness.NEAR) : Nearness.NONE;
    }

    /** An hour later today, a date or a day of the week within reach, or a few hours or days that are left. */
    private boolean isSoon(int at) {
        Token token = tokens.get(at);
        int weekday = WEEKDAY.of(token);
        if (weekday > 0) {
            boolean day = !token.word().equals("minggu") || is(at - 1, "hari");
            return day && Math.floorMod(weekday - sent.getDayOfWeek().getValue(), 7) <= NEAR_DAYS;
        }
        if (token.shape() != Shape.NUMBER || token.word().length() > 2) {
            return false;
        }
        int number = Integer.parseInt(token.word());
        if (is(at - 1, "jam") || is(at - 1, "pukul")) {
            return isLaterToday(number, at);
        }
        if (is(at + 1, "jam") || is(at + 1, "menit")) {
            return is(at + 2, "lagi") || is(at - 1, "tinggal") || is(at - 1, "dalam");
        }
        if (is(at + 1, "hari")) {
            return number <= NEAR_DAYS && (is(at + 2, "lagi") || is(at - 1, "tinggal"));
        }
        return isNearDate(number, at);
    }

    private boolean isLaterToday(int hour, int at) {
        if (hour > 24 || !(is(at - 2, "nanti") || is(at - 2, "berangkat") || is(at - 2, "keberangkatan"))) {
            return false;
        }
        int full = hour % 24;
        boolean evening = full < 12 && (is(at + 1, "sore") || is(at + 1, "malam"));
        LocalTime named = LocalTime.of(evening ? full + 12 : full, 0);
        // "jam 5" may be the afternoon's, and a night hour the next day's; what was earlier today is over.
        return named.isAfter(sent.toLocalTime())
                || (full < 12 && named.plusHours(12).isAfter(sent.toLocalTime()) && !is(at + 1, "pagi"))
                || (full < 6 && sent.getHour() >= 18);
    }

    private boolean isNearDate(int day, int at) {
        int month = at + 1 < tokens.size() ? MONTHS.indexOf(tokens.get(at + 1).word()) + 1 : 0;
        boolean named = is(at - 1, "tanggal") || is(at - 1, "tgl");
        if ((month == 0 && !named) || day == 0) {
            return false;
        }
        LocalDate today = sent.toLocalDate();
        for (int later = 0; later <= NEAR_DAYS; later++) {
            LocalDate candidate = today.plus(later, ChronoUnit.DAYS);
            if (candidate.getDayOfMonth() == day && (month == 0 || candidate.getMonthValue() == month)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).word().equals(word);
    }

    private static int bit(String name) {
        return 1 << WORDS.number(name);
    }

    /** Whether something is due soon. */
    enum Nearness {
        /** Nothing is. */
        NONE,
        /** Something is. */
        NEAR,
        /** Something is, and something is in its way. */
        NEAR_AND_BLOCKED
    }
}
