package id.sigap.runtime.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A record's headers as one text column: {@code name: value}, a line each, cheap to insert in bulk and to read by eye. */
public final class OutboxHeaders {
    private OutboxHeaders() {}

    /**
     * As text.
     *
     * @throws IllegalArgumentException if a name or a value has a line break, or a name a colon
     */
    public static String write(Map<String, String> headers) {
        StringBuilder text = new StringBuilder(256);
        headers.forEach((name, value) -> {
            if (name.indexOf(':') >= 0 || name.indexOf('\n') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a header with a line break, or a colon in its name");
            }
            text.append(name).append(": ").append(value).append('\n');
        });
        return text.toString();
    }

    /** From text that {@link #write} made, in the same order. */
    public static Map<String, String> read(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            int colon = text.indexOf(": ", start);
            if (colon < 0 || colon >= stop) {
                throw new IllegalArgumentException("a line of headers without a name");
            }
            headers.put(text.substring(start, colon), text.substring(colon + 2, stop));
            start = stop + 1;
        }
        return headers;
    }
}
