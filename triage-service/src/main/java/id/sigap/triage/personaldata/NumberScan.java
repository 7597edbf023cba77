package id.sigap.triage.personaldata;

import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.text.NormalText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of people. Digits that are parted by no more than a few separators (dots, blanks, line breaks, dashes,
 * brackets, emoji) make a chain of groups; from each group on, the longest run of whole groups that is a number of a
 * known type is taken. A number has at most {@link #LONGEST} digits, so each group is looked at a bounded number of times.
 */
final class NumberScan {
    private static final int LONGEST = 19;
    private static final int WIDEST_GAP = 4;
    private static final String STOPS = ",;:/=%@#&\"'<>";

    private final NormalText text;
    private final String plain;
    private final List<PersonalData> found;
    private int[] digits = new int[32];
    private int[] groups = new int[32];
    private int digitCount;
    private int groupCount;

    private NumberScan(NormalText text, List<PersonalData> found) {
        this.text = text;
        this.plain = text.plain();
        this.found = found;
    }

    static void scan(NormalText text, List<PersonalData> found) {
        new NumberScan(text, found).run();
    }

    private void run() {
        int last = -1;
        boolean broken = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (isDigit(c)) {
                if (last >= 0 && (broken || i - last - 1 > WIDEST_GAP)) {
                    chain();
                }
                add(i, digitCount == 0 || i != last + 1);
                last = i;
                broken = false;
            } else if (!broken && (Character.isLetter(c) || STOPS.indexOf(c) >= 0)) {
                broken = true;
            }
        }
        chain();
    }

    private void add(int index, boolean startsGroup) {
        if (digitCount == digits.length) {
            digits = Arrays.copyOf(digits, digitCount * 2);
        }
        if (startsGroup) {
            if (groupCount + 1 >= groups.length) {
                groups = Arrays.copyOf(groups, groups.length * 2);
            }
            groups[groupCount++] = digitCount;
        }
        digits[digitCount++] = index;
    }

    private void chain() {
        groups[groupCount] = digitCount;
        int group = 0;
        while (group < groupCount) {
            int taken = take(group);
            group = Math.max(group + 1, taken);
        }
        digitCount = 0;
        groupCount = 0;
    }

    /** Takes the longest number that begins with a group; the group behind it, or 0 when there is none. */
    private int take(int group) {
        int first = groups[group];
        NumberTypes types = null;
        int behind = 0;
        String best = null;
        for (int stop = group + 1; stop <= groupCount && groups[stop] - first <= LONGEST; stop++) {
            if (groups[stop] - first >= NumberTypes.SHORTEST) {
                if (types == null) {
                    types = new NumberTypes(plain, digits[first]);
                }
                String type = types.type(number(first, groups[stop]), widths(group, stop));
                if (type != null) {
                    best = type;
                    behind = stop;
                }
            }
        }
        if (best != null) {
            keep(best, first, groups[behind] - 1);
        }
        return behind;
    }

    private void keep(@Nullable String type, int first, int last) {
        if (type != null) {
            int start = digits[first];
            boolean plus = start > 0 && plain.charAt(start - 1) == '+';
            found.add(PersonalDataFinder.place(text, type, plus ? start - 1 : start, digits[last]));
        }
    }

    private int[] number(int from, int to) {
        int[] number = new int[to - from];
        for (int i = 0; i < number.length; i++) {
            number[i] = plain.charAt(digits[from + i]) - '0';
        }
        return number;
    }

    private int[] widths(int from, int to) {
        int[] widths = new int[to - from];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = groups[from + i + 1] - groups[from + i];
        }
        return widths;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
