package id.sigap.runtime.stream;

import org.jspecify.annotations.Nullable;

/** The W3C trace context of what is happening now, where OpenTelemetry is on the class path; otherwise nothing. */
public final class TraceContext {
    private static final boolean PRESENT = present();

    private TraceContext() {}

    /** The {@code traceparent} to carry on, or null if there is no sampled or valid span. */
    public static @Nullable String current() {
        return PRESENT ? OpenTelemetryContext.traceparent() : null;
    }

    private static boolean present() {
        try {
            Class.forName("io.opentelemetry.api.trace.Span", false, TraceContext.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
