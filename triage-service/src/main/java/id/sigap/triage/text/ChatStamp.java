package id.sigap.triage.text;

/** The stamp that an exported chat puts before each message: {@code [12/03/26 08.30] Budi:} or {@code 12/03/26 08.30 - Budi:}. */
final class ChatStamp {
    private static final int LONGEST_NAME = 40;

    private final String view;
    private int at;

    private ChatStamp(String view) {
        this.view = view;
    }

    /** Behind the stamp of a line, or the line's start. */
    static int behind(Lines lines, int line) {
        String raw = lines.raw(line);
        int length = new ChatStamp(raw).length();
        return lines.start(line) + length;
    }

    private int length() {
        boolean bracket = skip('[');
        int digits = digits();
        if (digits == 0 || digits > 4 || !(skip('/') || skip('-') || skip('.'))) {
            return 0;
        }
        if (digits() == 0 || !(skip('/') || skip('-') || skip('.')) || digits() == 0) {
            return 0;
        }
        skip(',');
        if (!skip(' ') || digits() == 0 || !(skip(':') || skip('.')) || digits() == 0) {
            return 0;
        }
        rest();
        if (bracket ? !skip(']') : !skip('-')) {
            return 0;
        }
        int colon = view.indexOf(':', at);
        if (colon <= at || colon - at > LONGEST_NAME) {
            return 0;
        }
        return colon + 1 < view.length() && view.charAt(colon + 1) == ' ' ? colon + 2 : colon + 1;
    }

    /** Seconds, and the half of the day. */
    private void rest() {
        while (at < view.length() && " :.APMapm0123456789\u202F".indexOf(view.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean there = at < view.length() && view.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private int digits() {
        int start = at;
        while (at < view.length() && view.charAt(at) >= '0' && view.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }
}
