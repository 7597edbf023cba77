package id.sigap.triage.onnx;

import id.sigap.triage.onnx.OnnxFile.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Small models of the two shapes that are exported in practice, with the operators of those exports. What each word says
 * can be read off {@link #WORDS} and {@link #WEIGHTS}.
 */
public final class TestModels {
    /** As scikit-learn orders labels; not the order of the enum. */
    static final String LABELS = "complaint,other,praise,question,spam";

    static final List<String> WORDS =
            List.of("rusak", "telat", "halo", "terima", "kasih", "kapan", "gacor", "😡", "meledak");

    /** A row for each word; "meledak" twice is more than a number of single precision holds. */
    private static final float[] WEIGHTS = {
        6, 0, 0, 0, 0, //
        6, 0, 0, 0, 0, //
        0, 3, 0, 0, 0, //
        0, 0, 3, 0, 0, //
        0, 0, 3, 0, 0, //
        0, 0, 0, 5, 0, //
        0, 0, 0, 0, 6, //
        9, 0, 0, 0, 0, //
        3e38f, 0, 0, 0, 0
    };

    private static final int KINDS = 5;

    private TestModels() {}

    /**
     * Strings to probabilities, as skl2onnx exports a TfidfVectorizer with a LogisticRegression: normalise, cut into words,
     * count them, weigh them.
     */
    public static void pipeline(Path file) {
        pipeline().write(file);
    }

    /** The same, to be changed. */
    static OnnxFile pipeline() {
        return pipeline(-1, 1).metadata("labels", LABELS);
    }

    static OnnxFile pipeline(long... shape) {
        return weighed(shape)
                .node("Softmax", List.of("scores"), "probabilities", Attribute.of("axis", 1L))
                .output("probabilities", OnnxFile.FLOAT, -1, KINDS);
    }

    /** The same without the last step; its output is called as transformers call it, or not. */
    static OnnxFile withoutSoftmax(String output) {
        return weighed(-1)
                .node("Identity", List.of("scores"), output)
                .output(output, OnnxFile.FLOAT, -1, KINDS)
                .metadata("labels", LABELS);
    }

    /** With one column too few. */
    static OnnxFile narrow() {
        return weighed(-1)
                .integers("from", 0)
                .integers("to", KINDS - 1)
                .integers("axis", 1)
                .node("Slice", List.of("scores", "from", "to", "axis"), "fewer")
                .node("Softmax", List.of("fewer"), "probabilities", Attribute.of("axis", 1L))
                .output("probabilities", OnnxFile.FLOAT, -1, KINDS - 1)
                .metadata("labels", LABELS);
    }

    private static OnnxFile weighed(long... shape) {
        long[] pool = new long[] {0};
        return new OnnxFile()
                .input("text", OnnxFile.STRING, shape)
                .integers("flat", -1)
                .numbers("weights", WEIGHTS, WORDS.size(), KINDS)
                .node("Reshape", List.of("text", "flat"), "texts")
                .node(
                        "StringNormalizer",
                        List.of("texts"),
                        "lower",
                        Attribute.of("case_change_action", "LOWER"),
                        Attribute.of("locale", "C.UTF-8"))
                .node(
                        "com.microsoft",
                        "Tokenizer",
                        List.of("lower"),
                        "words",
                        Attribute.of("mark", 0L),
                        Attribute.of("mincharnum", 1L),
                        Attribute.of("pad_value", "#"),
                        Attribute.of("separators", List.of(" ")))
                .node(
                        "TfIdfVectorizer",
                        List.of("words"),
                        "counts",
                        Attribute.of("mode", "TF"),
                        Attribute.of("min_gram_length", 1L),
                        Attribute.of("max_gram_length", 1L),
                        Attribute.of("max_skip_count", 0L),
                        Attribute.of("ngram_counts", pool),
                        Attribute.of(
                                "ngram_indexes",
                                IntStream.range(0, WORDS.size())
                                        .mapToLong(i -> i)
                                        .toArray()),
                        Attribute.of("pool_strings", WORDS))
                .node("MatMul", List.of("counts", "weights"), "scores");
    }

    /**
     * Tokens to logits: an embedding that adds up what is not masked, and nothing for the last word of the vocabulary, for
     * which it fails.
     */
    static OnnxFile transformer() {
        float[] table = new float[(2 + WORDS.size() - 1) * KINDS];
        System.arraycopy(WEIGHTS, 0, table, 2 * KINDS, table.length - 2 * KINDS);
        return new OnnxFile()
                .input("input_ids", OnnxFile.INT64, -1, -1)
                .input("attention_mask", OnnxFile.INT64, -1, -1)
                .input("token_type_ids", OnnxFile.INT64, -1, -1)
                .numbers("table", table, 2 + WORDS.size() - 1, KINDS)
                .integers("last", 2)
                .integers("tokens", 1)
                .node("Gather", List.of("table", "input_ids"), "embedded")
                .node("Unsqueeze", List.of("attention_mask", "last"), "column")
                .node("Cast", List.of("column"), "mask", Attribute.of("to", (long) OnnxFile.FLOAT))
                .node("Mul", List.of("embedded", "mask"), "masked")
                .node("ReduceSum", List.of("masked", "tokens"), "logits", Attribute.of("keepdims", 0L))
                .output("logits", OnnxFile.FLOAT, -1, KINDS);
    }

    /** A tokenizer of whole words beside a transformer, with what its export writes of it. */
    static void beside(Path folder) {
        String vocabulary = IntStream.range(0, WORDS.size())
                .mapToObj(i -> "\"" + WORDS.get(i) + "\": " + (i + 2))
                .collect(Collectors.joining(", "));
        String tokenizer = """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
                 "post_processor": null, "decoder": null,
                 "model": {"type": "WordLevel", "unk_token": "[UNK]",
                           "vocab": {"[PAD]": 0, "[UNK]": 1, %s}}}
                """.formatted(vocabulary);
        String config = """
                {"pad_token_id": 0,
                 "id2label": {"0": "complaint", "1": "other", "2": "praise", "3": "question", "4": "spam"}}
                """;
        try {
            Files.writeString(folder.resolve("tokenizer.json"), tokenizer);
            Files.writeString(folder.resolve("config.json"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
