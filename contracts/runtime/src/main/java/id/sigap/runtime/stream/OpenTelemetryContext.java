package id.sigap.runtime.stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** Apart from {@link TraceContext}, so that it loads only where OpenTelemetry is present. */
final class OpenTelemetryContext {
    private OpenTelemetryContext() {}

    static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
