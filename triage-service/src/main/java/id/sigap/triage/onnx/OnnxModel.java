package id.sigap.triage.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import id.sigap.contracts.Kind;
import id.sigap.triage.linear.LinearWeights;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A model from an ONNX file that tells the probabilities of the kinds. It has proved on trial texts that it can, before
 * anybody gets it. Safe for many threads; as many texts are read at once as there are processors, others wait.
 */
public final class OnnxModel implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OnnxModel.class);
    private static final int DIGITS = 12;
    private static final double TOLERANCE = 0.01;

    /** One short, one with capitals, signs and a character outside the basic plane, as citizens write them. */
    private static final List<String> TRIALS =
            List.of("halo", "Kereta telat 2 jam di Manggarai!!! KECEWA 😡, kapan diperbaiki? cc @KAI121");

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final TextInput<?> input;
    private final String output;
    private final boolean logits;
    private final List<Kind> kinds;
    private final String name;
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    OnnxModel(
            OrtEnvironment environment,
            OrtSession session,
            TextInput<?> input,
            ModelSignature.Output output,
            List<Kind> kinds,
            String name) {
        this.environment = environment;
        this.session = session;
        this.input = input;
        this.output = output.name();
        this.logits = output.isLogits();
        this.kinds = kinds;
        this.name = name;
    }

    /**
     * Loads a model and tries it.
     *
     * @throws UnfitModelException if it cannot take the classifier's place; nothing is left open then
     */
    @SuppressWarnings("MustBeClosedChecker")
    public static OnnxModel load(OnnxOptions options) throws UnfitModelException {
        Path file = options.file();
        if (!Files.isRegularFile(file)) {
            throw new UnfitModelException(file, "there is no such file.");
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            settings.setIntraOpNumThreads(options.threads());
            settings.setInterOpNumThreads(1);
            // Threads that wait for work in a loop would take the processors of the other services.
            settings.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session = environment.createSession(file.toString(), settings);
            try {
                return opened(environment, session, options);
            } catch (OrtException | UnfitModelException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new UnfitModelException(file, "ONNX Runtime refuses it, " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new UnfitModelException(file, "it cannot be read, " + e + ".");
        }
    }

    private static OnnxModel opened(OrtEnvironment environment, OrtSession session, OnnxOptions options)
            throws OrtException, IOException, UnfitModelException {
        List<Kind> kinds = KindLabels.of(options.file(), session.getMetadata().getCustomMetadata());
        ModelSignature.Output output = ModelSignature.output(options.file(), session);
        String name = options.file().getFileName() + ":" + digest(options.file());
        TextInput<?> input = ModelSignature.input(environment, session, options);
        OnnxModel model = new OnnxModel(environment, session, input, output, kinds, name);
        try {
            model.prove(options.file());
            return model;
        } catch (UnfitModelException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** The file's name and the first digits of its SHA-256. */
    public String name() {
        return name;
    }

    /** Which kind each column of {@link #read} stands for. */
    public List<Kind> kinds() {
        return kinds;
    }

    /**
     * The probabilities of the kinds, which sum to 1, for each text in order; null for a text that the model fails for, or
     * says something for that is no probability.
     */
    public @Nullable double[][] read(List<String> texts) {
        @Nullable double[][] rows = new double[texts.size()][];
        processors.acquireUninterruptibly();
        try {
            read(input, texts, rows);
        } finally {
            processors.release();
        }
        return rows;
    }

    private <T> void read(TextInput<T> by, List<String> texts, @Nullable double[][] rows) {
        List<Item<T>> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                T encoded = by.encode(texts.get(i));
                items.add(new Item<>(i, encoded, by.length(encoded)));
            } catch (RuntimeException e) {
                failed(e);
            }
        }
        // Texts of like length together: what is filled up costs as much as what was written.
        items.sort(Comparator.comparingInt(Item::length));
        int start = 0;
        for (int end = 1; end <= items.size(); end++) {
            if (end == items.size() || !by.holds(end + 1 - start, items.get(end).length())) {
                run(by, items.subList(start, end), rows);
                start = end;
            }
        }
    }

    /** If a run fails, its halves are run: one text must not take what others were to get. */
    private <T> void run(TextInput<T> by, List<Item<T>> group, @Nullable double[][] rows) {
        try {
            double[][] out = evaluate(by, group.stream().map(Item::text).toList());
            for (int i = 0; i < group.size(); i++) {
                rows[group.get(i).index()] = isProbability(out[i]) ? exact(out[i]) : null;
            }
        } catch (OrtException | RuntimeException e) {
            if (group.size() == 1) {
                failed(e);
                return;
            }
            int half = group.size() / 2;
            run(by, group.subList(0, half), rows);
            run(by, group.subList(half, group.size()), rows);
        }
    }

    private <T> double[][] evaluate(TextInput<T> by, List<T> texts) throws OrtException {
        Map<String, OnnxTensor> tensors = by.tensors(texts);
        try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
            OnnxTensor tensor = (OnnxTensor) result.get(0);
            long[] shape = tensor.getInfo().getShape();
            if (shape.length != 2 || shape[0] != texts.size() || shape[1] != kinds.size()) {
                throw new IllegalStateException("the output \"" + output + "\" has the shape "
                        + Arrays.toString(shape) + " for " + texts.size() + " texts and " + kinds.size()
                        + " kinds");
            }
            FloatBuffer numbers = tensor.getFloatBuffer();
            double[][] rows = new double[texts.size()][kinds.size()];
            for (int i = 0; i < rows.length; i++) {
                for (int kind = 0; kind < rows[i].length; kind++) {
                    rows[i][kind] = numbers.get();
                }
                rows[i] = logits ? LinearWeights.softmax(rows[i]) : rows[i];
            }
            return rows;
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static boolean isProbability(double[] row) {
        double sum = 0;
        for (double share : row) {
            if (!(share >= -TOLERANCE && share <= 1 + TOLERANCE)) {
                return false;
            }
            sum += share;
        }
        return Math.abs(sum - 1) <= TOLERANCE;
    }

    /** Without what rounding in single precision, or half of it, leaves. */
    private static double[] exact(double[] row) {
        double[] clipped =
                Arrays.stream(row).map(share -> Math.min(Math.max(share, 0), 1)).toArray();
        double sum = Arrays.stream(clipped).sum();
        return Arrays.stream(clipped).map(share -> share / sum).toArray();
    }

    private void prove(Path file) throws UnfitModelException {
        prove(file, input);
    }

    private <T> void prove(Path file, TextInput<T> by) throws UnfitModelException {
        double[][] rows;
        try {
            List<T> encoded = TRIALS.stream().map(by::encode).toList();
            if (by.holds(
                    encoded.size(), encoded.stream().mapToInt(by::length).max().orElse(0))) {
                rows = evaluate(by, encoded);
            } else {
                rows = new double[][] {evaluate(by, encoded.subList(0, 1))[0], evaluate(by, encoded.subList(1, 2))[0]};
            }
        } catch (OrtException | RuntimeException e) {
            throw new UnfitModelException(file, "it fails for a trial text, " + e.getMessage() + ".");
        }
        for (double[] row : rows) {
            if (!isProbability(row)) {
                throw new UnfitModelException(
                        file,
                        "its output \"" + output
                                + "\" is no probabilities for a trial text, which are from 0 to 1 and sum"
                                + " to 1; only an output named \"" + ModelSignature.LOGITS + "\" is turned into them.");
            }
        }
    }

    /** Without the message of the failure, which may quote the text. */
    private void failed(Exception e) {
        LOG.warnv(
                "the ONNX model failed for a text, model={0} cause={1} code={2}",
                name, e.getClass().getName(), e instanceof OrtException failure ? failure.getCode() : "");
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (var in = Files.newInputStream(file)) {
                byte[] part = new byte[1 << 16];
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    sha256.update(part, 0, read);
                }
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Lets go of the model's memory; nothing may read by it afterwards. */
    @Override
    public void close() {
        input.close();
        try {
            session.close();
        } catch (OrtException e) {
            LOG.warnv(
                    "the ONNX model could not be closed, cause={0}",
                    e.getClass().getName());
        }
    }

    private record Item<T>(int index, T text, int length) {}
}
