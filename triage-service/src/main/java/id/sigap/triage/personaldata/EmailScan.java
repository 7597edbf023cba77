package id.sigap.triage.personaldata;

import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.text.NormalText;
import java.util.List;

/** E-mail addresses: from each @ so far to both sides as an address may reach, and no further. */
final class EmailScan {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    private EmailScan() {}

    static void scan(NormalText text, List<PersonalData> found) {
        String plain = text.plain();
        for (int at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_LOCAL && isLocal(plain.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < plain.length() && end - at <= LONGEST_DOMAIN && isDomain(plain.charAt(end))) {
                end++;
            }
            end = endOfDomain(plain, at + 1, end);
            if (start < at && end > at) {
                found.add(PersonalDataFinder.place(text, "email", start, end - 1));
            }
        }
    }

    /** Behind the last label if there are two and the last is of two letters or more; otherwise 0. */
    private static int endOfDomain(String plain, int start, int stop) {
        int end = stop;
        while (end > start && !Character.isLetter(plain.charAt(end - 1))) {
            end--;
        }
        int label = end;
        while (label > start && Character.isLetter(plain.charAt(label - 1))) {
            label--;
        }
        return end - label >= 2 && label - start >= 2 && plain.charAt(label - 1) == '.' ? end : 0;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
