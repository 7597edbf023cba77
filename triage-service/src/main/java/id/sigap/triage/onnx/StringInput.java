package id.sigap.triage.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * The texts themselves, in one tensor of strings: what pipelines of scikit-learn are exported with.
 *
 * @param environment of ONNX Runtime
 * @param name of the input
 * @param rank 1, or 2 for a table of one column
 * @param most at most so many texts in one run
 */
record StringInput(OrtEnvironment environment, String name, int rank, int most) implements TextInput<String> {
    /**
     * With nothing in it that ONNX Runtime's binding for Java would not hand on as UTF-8: it writes characters beyond the
     * basic plane as two surrogates, and U+0000 as two bytes, which operators on strings refuse. Letters from there become
     * the letters that they stand for, what is left, such as most emoji, a space.
     */
    @Override
    public String encode(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point != 0 && Character.isBmpCodePoint(point) && !Character.isSurrogate((char) point)) {
                plain.appendCodePoint(point);
            } else {
                String folded = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
                boolean isPlain = point != 0 && folded.chars().noneMatch(c -> Character.isSurrogate((char) c));
                plain.append(isPlain ? folded : " ");
            }
        });
        return plain.toString();
    }

    @Override
    public int length(String text) {
        return text.length();
    }

    @Override
    public boolean holds(int texts, int longest) {
        return texts <= most;
    }

    @Override
    public Map<String, OnnxTensor> tensors(List<String> texts) throws OrtException {
        long[] shape = rank == 1 ? new long[] {texts.size()} : new long[] {texts.size(), 1};
        return Map.of(name, OnnxTensor.createTensor(environment, texts.toArray(new String[0]), shape));
    }
}
