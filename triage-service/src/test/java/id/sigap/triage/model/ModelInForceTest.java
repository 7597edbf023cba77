package id.sigap.triage.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.Messages;
import id.sigap.triage.onnx.TestModels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInForceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:01.000Z");

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void theLinearModelDecidesUnlessAnotherIsConfigured() {
        ModelInForce model = new ModelInForce(0.85, configured(Optional.empty(), 32), meters);
        assertNull(model.describe().kindsBy());
        assertEquals(1, model.models().together());
        assertEquals(
                model.describe().model(), triaged(model, "jalan rusak").triage().model());
    }

    @Test
    void theConfiguredModelDecidesAndIsCounted() {
        // Given an ONNX model
        Path file = folder.resolve("kinds.onnx");
        TestModels.pipeline(file);
        ModelInForce model = new ModelInForce(0.85, configured(Optional.of(file), 32), meters);

        // When a message comes that it can decide, and one that it cannot
        MessageTriaged good = triaged(model, "gacor");
        MessageTriaged bad = triaged(model, "meledak meledak");

        // Then both are triaged, each by the model that it names, and counted
        assertEquals(Kind.SPAM, good.triage().kind());
        assertEquals(
                model.describe().kindsBy() + "+" + model.describe().model(),
                good.triage().model());
        assertEquals(model.describe().model(), bad.triage().model());
        assertEquals(32, model.models().together());
        assertEquals(1, counted("decided"));
        assertEquals(1, counted("fell-back"));
        model.close();
    }

    @Test
    void anUnfitModelStopsTheServiceWithASentence() {
        Path nowhere = folder.resolve("nowhere.onnx");
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> new ModelInForce(0.85, configured(Optional.of(nowhere), 32), meters));
        assertEquals("The ONNX model " + nowhere + " cannot be used: there is no such file.", refusal.getMessage());
        IllegalStateException setting = assertThrows(
                IllegalStateException.class, () -> new ModelInForce(0.85, configured(Optional.of(nowhere), 0), meters));
        assertTrue(String.valueOf(setting.getMessage()).startsWith("sigap.triage.onnx.batch must be"));
    }

    private double counted(String outcome) {
        return meters.get("sigap_triage_onnx_texts")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static MessageTriaged triaged(ModelInForce model, String text) {
        return model.triager().triage(Messages.whatsapp("628", "wamid.1", text), DemoDirectory.kemenhub(), NOW);
    }

    private static OnnxConfig configured(Optional<Path> file, int batch) {
        return new OnnxConfig() {
            @Override
            public Optional<Path> model() {
                return file;
            }

            @Override
            public int batch() {
                return batch;
            }

            @Override
            public int threads() {
                return 1;
            }

            @Override
            public int tokens() {
                return 256;
            }
        };
    }
}
