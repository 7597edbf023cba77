package id.sigap.metrics.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page's address asks for, as it was asked; nothing where it does not say.
 *
 * @param from day
 * @param to day, inclusive
 * @param agency id
 * @param unit id, with all below it
 * @param channel word
 * @param kind word
 * @param groupBy word
 * @param per how long the periods of the course are: hour, day, week, month
 */
record Wanted(
        String from, String to, String agency, String unit, String channel, String kind, String groupBy, String per) {

    static Wanted of(MultivaluedMap<String, String> query) {
        return new Wanted(
                text(query.getFirst("from")),
                text(query.getFirst("to")),
                text(query.getFirst("agency")),
                text(query.getFirst("unit")),
                text(query.getFirst("channel")),
                text(query.getFirst("kind")),
                text(query.getFirst("groupBy")),
                text(query.getFirst("per")));
    }

    /** The address's query in a language. */
    String query(String language) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", from);
        parts.put("to", to);
        parts.put("agency", agency);
        parts.put("unit", unit);
        parts.put("channel", channel);
        parts.put("kind", kind);
        parts.put("groupBy", groupBy);
        parts.put("per", per);
        parts.put("bahasa", language);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + '=' + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
