package id.sigap.contracts.cloudevent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Times as events hold them: {@code 2026-01-31T07:30:00.000Z}, always 24 characters. Every event is written and read by
 * each service with up to five times in it, and the platform's formatter is an order of magnitude slower; so the one
 * fixed form is handled here, and whatever else RFC 3339 allows is left to the platform.
 */
final class Rfc3339 {
    private static final int LENGTH = 24;
    /** 0000-01-01T00:00:00Z. */
    private static final long FIRST_SECOND = -62_167_219_200L;
    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final int SECONDS_PER_DAY = 86_400;
    /** Days of 400 years, after which the Gregorian calendar repeats. */
    private static final int DAYS_PER_ERA = 146_097;
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final int DAYS_TO_EPOCH = 719_468;

    private static final int[] DAYS_OF_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Rfc3339() {}

    static String format(Instant time) {
        long second = time.getEpochSecond();
        if (!written(second)) {
            throw new IllegalArgumentException("a time must be in the years 0 to 9999");
        }
        int ofDay = (int) Math.floorMod(second, (long) SECONDS_PER_DAY);
        // Years that begin on 1 March: the leap day is then the last of its year.
        int day = (int) Math.floorDiv(second, (long) SECONDS_PER_DAY) + DAYS_TO_EPOCH;
        int era = Math.floorDiv(day, DAYS_PER_ERA);
        int dayOfEra = day - era * DAYS_PER_ERA;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);

        byte[] text = new byte[LENGTH];
        two(text, 0, year / 100);
        two(text, 2, year % 100);
        text[4] = '-';
        two(text, 5, month);
        text[7] = '-';
        two(text, 8, dayOfYear - (153 * marchMonth + 2) / 5 + 1);
        text[10] = 'T';
        two(text, 11, ofDay / 3600);
        text[13] = ':';
        two(text, 14, ofDay / 60 % 60);
        text[16] = ':';
        two(text, 17, ofDay % 60);
        text[19] = '.';
        int millis = time.getNano() / 1_000_000;
        text[20] = (byte) ('0' + millis / 100);
        two(text, 21, millis % 100);
        text[23] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads any time in RFC 3339.
     *
     * @throws DateTimeParseException if it is none, or its year is not 0 to 9999
     */
    static Instant parse(String text) {
        if (fixedForm(text)) {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 2);
            int day = digits(text, 8, 2);
            int hour = digits(text, 11, 2);
            int minute = digits(text, 14, 2);
            int second = digits(text, 17, 2);
            int millis = digits(text, 20, 3);
            boolean numbers = (year | month | day | hour | minute | second | millis) >= 0;
            if (numbers && exists(year, month, day) && hour < 24 && minute < 60 && second < 60) {
                return Instant.ofEpochMilli(((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60_000L
                        + second * 1000L
                        + millis);
            }
        }
        Instant time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        if (!written(time.getEpochSecond())) {
            throw new DateTimeParseException("the year must be 0 to 9999", text, 0);
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean written(long second) {
        return second >= FIRST_SECOND && second <= LAST_SECOND;
    }

    private static boolean fixedForm(String text) {
        return text.length() == LENGTH
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == '.'
                && text.charAt(23) == 'Z';
    }

    private static boolean exists(int year, int month, int day) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month >= 1 && month <= 12 && day >= 1 && day <= (month == 2 && !leap ? 28 : DAYS_OF_MONTH[month - 1]);
    }

    private static long epochDay(int year, int month, int day) {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return (long) era * DAYS_PER_ERA
                + yearOfEra * 365L
                + yearOfEra / 4
                - yearOfEra / 100
                + dayOfYear
                - DAYS_TO_EPOCH;
    }

    /** The number that these digits write, or -1 if one of them is no digit. */
    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static void two(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
