package id.sigap.triage.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a text's tokens, as transformers take them, by the tokenizer that they were trained with. The texts of a
 * run are filled up to the longest and the rest is masked.
 */
final class TokenInput implements TextInput<TokenInput.Tokens> {
    static final String IDS = "input_ids";
    static final String MASK = "attention_mask";
    static final String TYPES = "token_type_ids";

    /** What one run may hold: attention needs memory for each pair of a text's tokens, in each head of a layer. */
    private static final int MOST_TOKENS = 4_096;

    private final OrtEnvironment environment;
    private final HuggingFaceTokenizer tokenizer;
    private final Set<String> names;
    private final int most;
    private final int width;
    private final long filler;

    /**
     * With a tokenizer, which is closed with this.
     *
     * @param names of the model's inputs
     * @param most at most so many texts in one run
     * @param width all texts have so many tokens; 0 if as many as the longest
     * @param filler the token that shorter texts are filled up with
     */
    TokenInput(
            OrtEnvironment environment,
            HuggingFaceTokenizer tokenizer,
            Set<String> names,
            int most,
            int width,
            long filler) {
        this.environment = environment;
        this.tokenizer = tokenizer;
        this.names = names;
        this.most = most;
        this.width = width;
        this.filler = filler;
    }

    /**
     * The tokenizer of a file. Nothing of it, its native library neither, is looked for anywhere else: without these
     * settings DJL asks the network for other builds of it and tells its makers that it is used.
     *
     * @param longest longer texts are cut off
     * @throws IOException if it cannot be read
     */
    static HuggingFaceTokenizer tokenizer(Path file, int longest) throws IOException {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        if (System.getenv("ENGINE_CACHE_DIR") == null && System.getProperty("ENGINE_CACHE_DIR") == null) {
            // The home of a service in a container is often read-only.
            System.setProperty(
                    "ENGINE_CACHE_DIR",
                    Path.of(System.getProperty("java.io.tmpdir"), "djl").toString());
        }
        return HuggingFaceTokenizer.builder()
                .optTokenizerPath(file)
                .optAddSpecialTokens(true)
                .optPadding(false)
                .optTruncation(true)
                .optMaxLength(longest)
                .build();
    }

    @Override
    public Tokens encode(String text) {
        Encoding encoding = tokenizer.encode(text);
        int length = (int) Arrays.stream(encoding.getAttentionMask()).sum();
        return new Tokens(Arrays.copyOf(encoding.getIds(), length), Arrays.copyOf(encoding.getTypeIds(), length));
    }

    @Override
    public int length(Tokens text) {
        return text.ids().length;
    }

    @Override
    public boolean holds(int texts, int longest) {
        return texts <= most && (long) texts * Math.max(longest, width) <= MOST_TOKENS || texts == 1;
    }

    @Override
    public Map<String, OnnxTensor> tensors(List<Tokens> texts) throws OrtException {
        int longest = texts.stream().mapToInt(this::length).max().orElse(0);
        // A model cannot take a text of no tokens.
        int columns = width > 0 ? width : Math.max(1, longest);
        long[] shape = {texts.size(), columns};
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (String name : names) {
                LongBuffer numbers = LongBuffer.allocate(texts.size() * columns);
                for (Tokens text : texts) {
                    row(numbers, columns, name, text);
                }
                tensors.put(name, OnnxTensor.createTensor(environment, numbers.flip(), shape));
            }
            return tensors;
        } catch (OrtException e) {
            tensors.values().forEach(OnnxTensor::close);
            throw e;
        }
    }

    private void row(LongBuffer numbers, int columns, String name, Tokens text) {
        int length = Math.min(columns, length(text));
        for (int i = 0; i < columns; i++) {
            numbers.put(
                    switch (name) {
                        case IDS -> i < length ? text.ids()[i] : filler;
                        case MASK -> i < length ? 1 : 0;
                        case TYPES -> i < length ? text.types()[i] : 0;
                        default -> throw new IllegalStateException("no input of a transformer: " + name);
                    });
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /**
     * A text's tokens.
     *
     * @param ids by the tokenizer's vocabulary
     * @param types to which sentence each belongs
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one message and is never compared
    record Tokens(long[] ids, long[] types) {}
}
