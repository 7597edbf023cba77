package id.sigap.ingest.intake;

import id.sigap.runtime.stream.TraceContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context that an event carries on. */
public final class Traceparent {
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** The context of the current span; without tracing, that of the request if it has a valid one. */
    public static @Nullable String of(@Nullable String header) {
        String current = TraceContext.current();
        if (current != null) {
            return current;
        }
        return header != null && FORM.matcher(header).matches() ? header : null;
    }
}
