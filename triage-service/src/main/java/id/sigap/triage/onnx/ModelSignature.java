package id.sigap.triage.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.contracts.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a model says of its inputs and outputs, and whether that is something that can be given and understood. */
final class ModelSignature {
    /** The output of transformers, from which softmax makes probabilities. */
    static final String LOGITS = "logits";

    private static final String TOKENIZER = "tokenizer.json";
    private static final Set<String> TOKENS = Set.of(TokenInput.IDS, TokenInput.MASK, TokenInput.TYPES);

    private ModelSignature() {}

    /** The output that tells how probable each kind is: the only table of floating-point numbers. */
    static Output output(Path file, OrtSession session) throws OrtException, UnfitModelException {
        List<NodeInfo> tables = session.getOutputInfo().values().stream()
                .filter(node -> node.getInfo() instanceof TensorInfo tensor
                        && (tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.FLOAT16)
                        && tensor.getShape().length == 2)
                .toList();
        if (tables.size() != 1) {
            throw new UnfitModelException(
                    file,
                    "of its outputs " + names(session.getOutputInfo())
                            + " exactly one must be a table of floating-point numbers, a row for each text (scikit-learn"
                            + " exports one with the option zipmap=False).");
        }
        long columns = ((TensorInfo) tables.get(0).getInfo()).getShape()[1];
        String name = tables.get(0).getName();
        if (columns > 0 && columns != Kind.values().length) {
            throw new UnfitModelException(
                    file,
                    "its output \"" + name + "\" has " + columns + " columns, and there are " + Kind.values().length
                            + " kinds.");
        }
        return new Output(name);
    }

    /** How the model takes texts: as strings, or as the tokens of the tokenizer beside it. */
    static TextInput<?> input(OrtEnvironment environment, OrtSession session, OnnxOptions options)
            throws OrtException, UnfitModelException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (inputs.keySet().containsAll(Set.of(TokenInput.IDS, TokenInput.MASK))
                && TOKENS.containsAll(inputs.keySet())) {
            return tokens(environment, inputs, options);
        }
        if (inputs.size() == 1) {
            NodeInfo only = inputs.values().iterator().next();
            if (only.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.STRING) {
                return strings(environment, only.getName(), tensor.getShape(), options);
            }
        }
        throw new UnfitModelException(
                options.file(),
                "its inputs are " + names(inputs) + "; it must take one tensor of strings, or " + TokenInput.IDS + ", "
                        + TokenInput.MASK + " and perhaps " + TokenInput.TYPES + ".");
    }

    private static StringInput strings(OrtEnvironment environment, String name, long[] shape, OnnxOptions options)
            throws UnfitModelException {
        boolean isColumn = shape.length == 2 && (shape[1] == 1 || shape[1] < 0);
        if (!(shape.length == 1 || isColumn)) {
            throw new UnfitModelException(
                    options.file(),
                    "its input \"" + name + "\" has the shape " + Arrays.toString(shape)
                            + "; texts are given as [n] or [n, 1].");
        }
        return new StringInput(environment, name, shape.length, texts(name, shape, options));
    }

    private static TokenInput tokens(OrtEnvironment environment, Map<String, NodeInfo> inputs, OnnxOptions options)
            throws UnfitModelException {
        Path file = options.file();
        int width = 0;
        int most = options.batch();
        for (NodeInfo input : inputs.values()) {
            if (!(input.getInfo() instanceof TensorInfo tensor)
                    || tensor.type != OnnxJavaType.INT64
                    || tensor.getShape().length != 2) {
                throw new UnfitModelException(
                        file, "its input \"" + input.getName() + "\" must be a table of 64-bit integers.");
            }
            most = Math.min(most, texts(input.getName(), tensor.getShape(), options));
            width = Math.max(width, (int) tensor.getShape()[1]);
        }
        Path tokenizer = file.resolveSibling(TOKENIZER);
        if (!Files.isRegularFile(tokenizer)) {
            throw new UnfitModelException(file, "its tokenizer " + tokenizer + " is not there.");
        }
        HuggingFaceTokenizer opened;
        try {
            int longest = width > 0 ? Math.min(width, options.tokens()) : options.tokens();
            opened = TokenInput.tokenizer(tokenizer, longest);
        } catch (IOException | RuntimeException e) {
            throw new UnfitModelException(
                    file, "its tokenizer " + tokenizer + " cannot be read, " + e.getMessage() + ".");
        }
        return new TokenInput(environment, opened, Set.copyOf(inputs.keySet()), most, width, filler(file));
    }

    /** The token of nothing; it is masked, but some models count positions by it. */
    private static long filler(Path file) throws UnfitModelException {
        Path config = file.resolveSibling("config.json");
        try {
            return Files.exists(config)
                    ? new ObjectMapper()
                            .readTree(Files.readAllBytes(config))
                            .path("pad_token_id")
                            .asLong(0)
                    : 0;
        } catch (IOException e) {
            throw new UnfitModelException(file, config + " cannot be read as JSON.");
        }
    }

    /** How many texts one run may have, by the settings and by what the model leaves open. */
    private static int texts(String name, long[] shape, OnnxOptions options) throws UnfitModelException {
        if (shape[0] > 1) {
            throw new UnfitModelException(
                    options.file(),
                    "its input \"" + name + "\" takes exactly " + shape[0]
                            + " texts; it must be exported with an open first dimension.");
        }
        return shape[0] == 1 ? 1 : options.batch();
    }

    private static String names(Map<String, NodeInfo> nodes) {
        return nodes.keySet().stream().collect(Collectors.joining(", "));
    }

    /**
     * An output.
     *
     * @param name its name
     */
    record Output(String name) {
        /** Whether it is to be turned into probabilities. */
        boolean isLogits() {
            return name.equals(LOGITS);
        }
    }
}
