package id.sigap.reply.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links lead to hosts that the agency names, or below them. A link is whatever a channel or a reader takes for one: with
 * a scheme, or a host alone. Shorteners are refused even when named, for they hide where a link leads.
 */
final class AllowedLinks implements Check {
    private static final Set<String> SHORTENERS = Set.copyOf(Lexicon.lines("shorteners.txt"));
    /** Last labels by which a host without a scheme is known; the rest are ends of sentences without a space. */
    private static final Set<String> ENDS = Set.of(
            "com", "net", "org", "id", "info", "biz", "io", "co", "me", "ly", "gl", "link", "site", "xyz", "online",
            "top", "app", "dev", "click", "shop", "store", "club", "vip", "win", "bet", "live", "pro", "cc", "tv", "us",
            "uk", "sg", "my", "au", "cn", "ru", "gg", "to", "ws", "tk", "ml", "ga", "cf", "gq", "page", "web", "cloud",
            "asia", "mobi", "edu", "gov", "fun", "icu", "lol", "buzz", "space", "website", "tech", "news", "blog",
            "wiki", "zip", "mov", "eu", "de", "jp", "kr", "in", "fr", "nl", "st", "gd", "is", "im", "la", "sh", "ai",
            "be", "by", "cz", "рф", "casino", "games", "poker", "slot");

    private static final Set<String> STRANGE =
            Set.of("javascript:", "data:", "file:", "ftp:", "intent:", "vbscript:", "blob:", "tel:", "sms:", "market:");

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        List<Finding> findings = new ArrayList<>();
        String text = reply.body();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && !parts(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                token(text, start, at, reply.agency().hosts(), findings);
            }
            at++;
        }
        return findings;
    }

    private static void token(String text, int from, int to, List<String> hosts, List<Finding> findings) {
        int end = to;
        while (end > from && ".,;:!?'*_~".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String token = text.substring(from, end).toLowerCase(Locale.ROOT);
        if (STRANGE.stream().anyMatch(token::startsWith)) {
            findings.add(Finding.of(from, end, FindingReason.STRANGE_LINK));
            return;
        }
        int scheme = token.indexOf("//");
        if (scheme < 0) {
            scheme = token.indexOf("\\\\");
        }
        boolean schemed = scheme >= 0 && (scheme == 0 || token.charAt(scheme - 1) == ':');
        if (schemed && !Set.of("", "http:", "https:").contains(token.substring(0, scheme))) {
            findings.add(Finding.of(from, end, FindingReason.STRANGE_LINK));
            return;
        }
        String rest = schemed ? token.substring(scheme + 2) : token;
        String host = host(rest);
        boolean address = !schemed && rest.indexOf('@') >= 0;
        if (address || !(schemed || isHost(host))) {
            return;
        }
        FindingReason why = judge(host, hosts);
        if (why != null) {
            findings.add(Finding.of(from, end, why));
        }
    }

    /** What a browser would go to: in front of the path, behind any user name, without a port. */
    private static String host(String rest) {
        int end = 0;
        while (end < rest.length() && "/\\?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.indexOf(':');
        String plain = port >= 0 ? host.substring(0, port) : host;
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static boolean isHost(String host) {
        int dot = host.lastIndexOf('.');
        return dot > 0
                && host.indexOf("..") < 0
                && host.charAt(0) != '.'
                && (ENDS.contains(host.substring(dot + 1)) || host.startsWith("www."))
                && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }

    private static @Nullable FindingReason judge(String host, List<String> hosts) {
        if (SHORTENERS.stream().anyMatch(shortener -> below(host, shortener))) {
            return FindingReason.SHORTENED_LINK;
        }
        boolean plain = host.chars().allMatch(c -> c < 0x80) && !host.contains("xn--");
        if (plain && hosts.stream().anyMatch(allowed -> below(host, allowed))) {
            return null;
        }
        String shape = shape(host);
        boolean alike = !plain || hosts.stream().anyMatch(allowed -> alike(host, shape, allowed));
        return alike ? FindingReason.LOOK_ALIKE_LINK : FindingReason.FOREIGN_LINK;
    }

    private static boolean below(String host, String allowed) {
        return host.equals(allowed) || host.endsWith("." + allowed);
    }

    /** One letter off, the same to the eye, or with the agency's name as a part of another's. */
    private static boolean alike(String host, String shape, String allowed) {
        String name = allowed.substring(0, allowed.indexOf('.'));
        return shape.equals(shape(allowed))
                || shape.endsWith("." + shape(allowed))
                || host.startsWith(allowed + ".")
                || host.contains("." + allowed + ".")
                || (name.length() >= 4 && labels(host).contains(name))
                || (Math.abs(host.length() - allowed.length()) <= 1 && oneOff(host, allowed));
    }

    private static Set<String> labels(String host) {
        Set<String> labels = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.' || host.charAt(i) == '-') {
                labels.add(host.substring(start, i));
                start = i + 1;
            }
        }
        return labels;
    }

    /** Whether one letter more, fewer or other makes them equal. */
    private static boolean oneOff(String one, String other) {
        int front = 0;
        int shorter = Math.min(one.length(), other.length());
        while (front < shorter && one.charAt(front) == other.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front
                && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
            back++;
        }
        return Math.max(one.length(), other.length()) - front - back <= 1;
    }

    private static String shape(String host) {
        return host.replace("rn", "m")
                .replace("vv", "w")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('5', 's')
                .replace('3', 'e');
    }

    /** White space and what encloses links in texts. */
    private static boolean parts(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || "()[]{}<>\"|`“”‘’«»".indexOf(c) >= 0 || c < ' ';
    }
}
