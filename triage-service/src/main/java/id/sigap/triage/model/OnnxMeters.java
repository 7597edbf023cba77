package id.sigap.triage.model;

import id.sigap.triage.onnx.OnnxKinds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the ONNX model decided, and what the linear one had to decide in its place. */
final class OnnxMeters implements OnnxKinds.Tally {
    private final Counter decided;
    private final Counter fellBack;

    OnnxMeters(MeterRegistry registry) {
        this.decided = counter(registry, "decided");
        this.fellBack = counter(registry, "fell-back");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("sigap_triage_onnx_texts")
                .description("Texts given to the ONNX model")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public void read(int byOnnx, int byLinear) {
        decided.increment(byOnnx);
        fellBack.increment(byLinear);
    }
}
