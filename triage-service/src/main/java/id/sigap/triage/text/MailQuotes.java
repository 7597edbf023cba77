package id.sigap.triage.text;

import java.util.Arrays;
import java.util.Set;

/**
 * Cuts from an e-mail what is not its writer's word: quoted lines, the line that announces them, earlier messages with
 * their headers, signatures, what a telephone adds, and legal notices.
 */
final class MailQuotes {
    private static final Set<String> SENDER = Set.of("dari", "from");
    private static final Set<String> RECEIVER = Set.of("kepada", "to", "untuk");
    private static final Set<String> TIME = Set.of("sent", "dikirim", "terkirim", "date", "tanggal");
    private static final Set<String> SUBJECT = Set.of("subject", "subjek", "perihal", "judul");
    private static final Set<String> OTHERS = Set.of("cc", "bcc", "tembusan", "reply-to", "balas ke", "lampiran");
    private static final int MOST_HEADERS = 9;
    private static final int ANNOUNCED_WITHIN = 3;
    private static final int LONGEST_SIGNATURE = 12;
    private static final int WIDEST_SIGNATURE = 100;
    private static final int WIDEST_ADDRESS = 60;
    private static final int WIDEST_DEVICE = 100;

    private final Lines lines;
    private final boolean[] cut;
    private boolean any;

    private MailQuotes(Lines lines, boolean[] cut) {
        this.lines = lines;
        this.cut = cut;
    }

    /** Marks lines that are not the writer's. */
    static void cut(Lines lines, boolean[] cut) {
        new MailQuotes(lines, cut).run();
    }

    private void run() {
        int at = 0;
        while (at < lines.count()) {
            at = next(at);
        }
    }

    /** Judges a line, and says where to go on. */
    private int next(int line) {
        if (lines.isBlank(line)) {
            return line + 1;
        }
        String view = lines.view(line);
        if (isQuoted(line) || isOfDevice(line) || Boilerplate.PHRASES.is("mark", view)) {
            cut[line] = true;
            return line + 1;
        }
        if (Boilerplate.PHRASES.begins("notice", view)) {
            return cutParagraph(line);
        }
        int behind = behindAnnouncement(line);
        if (behind > line) {
            return earlier(line, behind, isQuotedNext(behind));
        }
        behind = behindHeaders(line);
        if (behind > line) {
            return earlier(line, behind, false);
        }
        behind = any ? behindSignature(line) : line;
        if (behind > line) {
            Arrays.fill(cut, Boilerplate.PHRASES.is("closing", closing(view)) ? line + 1 : line, behind, true);
            return behind;
        }
        any = true;
        return line + 1;
    }

    /** Behind the head of an earlier message: of that nothing is kept when the writer has said something before. */
    private int earlier(int line, int behind, boolean quoted) {
        if (any && !quoted) {
            Arrays.fill(cut, line, lines.count(), true);
            return lines.count();
        }
        for (int i = line; i < behind; i++) {
            cut[i] = !SUBJECT.contains(header(i));
        }
        return behind;
    }

    private boolean isQuoted(int line) {
        String view = lines.view(line);
        if (view.isEmpty() || view.charAt(0) != '>') {
            return false;
        }
        // "> 3 jam" means longer than three hours, unless it stands among quoted lines.
        int at = view.length() > 1 && view.charAt(1) == ' ' ? 2 : 1;
        boolean number = at < view.length() && Character.isDigit(view.charAt(at));
        return !number || (line > 0 && cut[line - 1]) || startsQuoted(line + 1);
    }

    private boolean startsQuoted(int line) {
        return line < lines.count() && lines.view(line).startsWith(">");
    }

    private boolean isQuotedNext(int line) {
        int next = lines.nextFilled(line);
        return next < lines.count() && startsQuoted(next);
    }

    private boolean isOfDevice(int line) {
        return lines.length(line) <= WIDEST_DEVICE && Boilerplate.PHRASES.begins("sent", lines.view(line));
    }

    private int cutParagraph(int line) {
        int at = line;
        while (at < lines.count() && !lines.isBlank(at)) {
            cut[at] = true;
            at++;
        }
        return at;
    }

    /** Behind "Pada … menulis:", which may be broken over a few lines; the line itself when it is no such thing. */
    private int behindAnnouncement(int line) {
        String view = lines.view(line);
        boolean begins = view.startsWith("pada ") || view.startsWith("on ") || view.startsWith("tanggal ");
        int most = Math.min(lines.count(), begins ? line + ANNOUNCED_WITHIN : line + 1);
        boolean address = false;
        for (int i = line; i < most && !lines.isBlank(i); i++) {
            String part = lines.view(i);
            address |= part.indexOf('@') >= 0 || hasClock(part);
            boolean writes =
                    lines.endsWith(i, "menulis:") || lines.endsWith(i, "wrote:") || lines.endsWith(i, "writes:");
            if (writes && (address || isQuotedNext(i + 1))) {
                return i + 1;
            }
            if (address && lines.endsWith(i, ">:") && part.indexOf('@') >= 0) {
                return i + 1;
            }
        }
        return line;
    }

    /** A time of day, e.g. 08:30 or 8.30. */
    private static boolean hasClock(String view) {
        for (int i = 1; i + 2 < view.length(); i++) {
            char c = view.charAt(i);
            if ((c == ':' || c == '.')
                    && Character.isDigit(view.charAt(i - 1))
                    && Character.isDigit(view.charAt(i + 1))
                    && Character.isDigit(view.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Behind "Original message" and the headers that follow it, or behind headers that cannot be anything else. */
    private int behindHeaders(int line) {
        boolean announced = Boilerplate.PHRASES.is("original", unframed(lines.view(line)));
        int at = announced ? lines.nextFilled(line + 1) : line;
        int first = at;
        boolean sender = false;
        boolean receiver = false;
        boolean time = false;
        boolean subject = false;
        boolean address = false;
        while (at < lines.count() && at - first < MOST_HEADERS) {
            String name = header(at);
            if (name.isEmpty()) {
                break;
            }
            sender |= SENDER.contains(name);
            receiver |= RECEIVER.contains(name);
            time |= TIME.contains(name);
            subject |= SUBJECT.contains(name);
            address |= lines.view(at).indexOf('@') >= 0;
            at++;
        }
        // "Dari: Gambir, Tanggal: 3 Mei" is how people tell of a journey.
        boolean message = sender && time && (receiver || subject) && (subject || address);
        if (announced) {
            return Math.max(line + 1, at);
        }
        return message ? at : line;
    }

    /** The name of the header that a line is, or nothing. */
    private String header(int line) {
        String view = lines.view(line);
        int colon = view.indexOf(':');
        if (colon < 2 || colon > 12) {
            return "";
        }
        String name = view.substring(0, colon).replace("*", "").strip();
        boolean known = SENDER.contains(name)
                || RECEIVER.contains(name)
                || TIME.contains(name)
                || SUBJECT.contains(name)
                || OTHERS.contains(name);
        return known ? name : "";
    }

    /** Without the dashes around a phrase, and its colon. */
    private static String unframed(String view) {
        int start = 0;
        int end = view.length();
        while (start < end && (view.charAt(start) == '-' || view.charAt(start) == '_' || view.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && "-_ :".indexOf(view.charAt(end - 1)) >= 0) {
            end--;
        }
        return view.substring(start, end);
    }

    private static String closing(String view) {
        int end = view.length();
        while (end > 0 && (view.charAt(end - 1) == ',' || view.charAt(end - 1) == '.' || view.charAt(end - 1) == ':')) {
            end--;
        }
        return view.substring(0, end);
    }

    /** Behind the signature that begins here; the line itself when none does. */
    private int behindSignature(int line) {
        String view = lines.view(line);
        boolean dashes = view.equals("--") || view.equals("—") || view.equals("___");
        if (!dashes && !Boilerplate.PHRASES.is("closing", closing(view))) {
            return line;
        }
        int widest = dashes ? WIDEST_SIGNATURE : WIDEST_ADDRESS;
        int at = line + 1;
        int filled = 0;
        while (at < lines.count() && !startsQuoted(at) && !isHead(at) && !isOfDevice(at)) {
            filled += lines.isBlank(at) ? 0 : 1;
            boolean notice = Boilerplate.PHRASES.begins("notice", lines.view(at));
            if (notice) {
                return at;
            }
            if (filled > LONGEST_SIGNATURE || lines.length(at) > widest || lines.endsWith(at, "?")) {
                return line;
            }
            at++;
        }
        return at;
    }

    private boolean isHead(int line) {
        return !lines.isBlank(line) && (behindAnnouncement(line) > line || behindHeaders(line) > line);
    }
}
