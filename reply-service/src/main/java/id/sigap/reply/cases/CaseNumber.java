package id.sigap.reply.cases;

import java.util.Locale;

/** The number of a case that a person can read out, e.g. {@code KHB-2026-000123}. */
public final class CaseNumber {
    private CaseNumber() {}

    /** From the agency's prefix, the year in which the case was opened and its place in that year, from 1. */
    public static String of(String prefix, int year, long place) {
        return String.format(Locale.ROOT, "%s-%04d-%06d", prefix, year, place);
    }
}
