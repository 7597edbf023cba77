package id.sigap.reply.draft;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What no text of a machine may have, whoever wrote it: a link that neither an article nor the agency gave, another
 * case's number, personal data that nobody gave it, mark-up, a text that does not fit. Fails closed: whatever looks like
 * one is one.
 */
public final class DraftGuard {
    private static final Pattern LINK =
            Pattern.compile("(?iu)\\b[a-z][a-z0-9+.-]{1,9}://[^\\s<>\"')\\]]+|\\bwww\\.[^\\s<>\"')\\]]+"
                    + "|\\b(?:[\\p{L}\\p{N}-]{1,63}\\.)+(?:com|net|org|id|io|co|me|ly|gl|xyz|site|online|info|biz|link|click|top|vip|app|dev|ru|cn|tk|ml|example|test)\\b(?:/[^\\s<>\"')\\]]*)?"
                    + "|\\b(?:javascript|data|mailto|tel):\\S+");
    private static final Pattern MARK_UP = Pattern.compile("!?\\[[^\\]]*]\\([^)]*\\)|<[a-zA-Z/!][^>]*>|```");
    private static final Pattern CASE_NUMBER = Pattern.compile("\\b[A-Z]{2,6}-\\d{4}-\\d{4,}\\b");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");
    /** Ten digits and more, however they are taken apart: numbers of people, cards, cases at a bank. */
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d(?:[ .\\-]?\\d){9,}");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\u200D\u200C]]|[\\p{Cc}&&[^\n\t]]");

    private DraftGuard() {}

    /** All that is wrong with a text; empty when nothing is. */
    public static List<String> findings(String text, Setting setting) {
        List<String> findings = new ArrayList<>();
        if (text.isBlank()) {
            findings.add("says nothing");
        }
        if (!ChannelText.fits(setting.channel(), text, setting.textLimit())) {
            findings.add("too long for the channel");
        }
        if (MARK_UP.matcher(text).find() || UNSEEN.matcher(text).find()) {
            findings.add("mark-up or characters that nobody sees");
        }
        each(LINK, text, link -> {
            if (!isAllowed(link, setting)) {
                findings.add("a link that nobody gave");
            }
        });
        each(CASE_NUMBER, text, number -> {
            if (!number.equals(setting.caseNumber())) {
                findings.add("the number of another case");
            }
        });
        Set<String> given = numbers(setting.given());
        each(DIGITS, CASE_NUMBER.matcher(text).replaceAll(" "), number -> {
            if (!given.contains(plain(number))) {
                findings.add("a number that may be somebody's");
            }
        });
        each(MAIL, text, address -> {
            if (!setting.given().contains(address)) {
                findings.add("an address that may be somebody's");
            }
        });
        return findings;
    }

    private static boolean isAllowed(String link, Setting setting) {
        String bare = link.replaceAll("[.,;:!?]+$", "");
        Set<String> given = new HashSet<>();
        each(LINK, setting.given(), one -> given.add(one.replaceAll("[.,;:!?]+$", "")));
        if (given.contains(bare)) {
            return true;
        }
        String host = host(bare);
        return setting.allowedHosts().stream()
                .anyMatch(allowed -> host.equals(allowed) || host.endsWith("." + allowed));
    }

    /** Empty when it has none, or one that can be mistaken for another. */
    private static String host(String link) {
        try {
            URI address = URI.create(link.contains("://") ? link : "https://" + link);
            boolean plain = "https".equalsIgnoreCase(address.getScheme())
                    && address.getUserInfo() == null
                    && address.getHost() != null;
            return plain ? address.getHost().toLowerCase(Locale.ROOT) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        each(DIGITS, text, number -> numbers.add(plain(number)));
        return numbers;
    }

    private static String plain(String number) {
        return number.replaceAll("\\D", "");
    }

    private static void each(Pattern pattern, String text, Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher.group());
        }
    }

    /**
     * What a text is held against.
     *
     * @param channel where it goes
     * @param visibility who reads it
     * @param textLimit longest text, in the channel's own count
     * @param caseNumber the only case that it may name
     * @param given what it may repeat: the local draft, and the articles that it quotes
     * @param allowedHosts to which it may link beside
     */
    public record Setting(
            Channel channel,
            Visibility visibility,
            int textLimit,
            String caseNumber,
            String given,
            List<String> allowedHosts) {
        /** Copies. */
        public Setting {
            allowedHosts = List.copyOf(allowedHosts);
        }
    }
}
