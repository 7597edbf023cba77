package id.sigap.triage.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
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
    @Override
    public String encode(String text) {
        return text;
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
