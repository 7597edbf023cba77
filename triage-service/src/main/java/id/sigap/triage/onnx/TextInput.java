package id.sigap.triage.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;

/**
 * How a model takes texts.
 *
 * @param <T> a text as the model takes it
 */
interface TextInput<T> extends AutoCloseable {
    /** A text made ready. */
    T encode(String text);

    /** How long a text is; those of one run are all made as long as the longest, where the model needs that. */
    int length(T text);

    /** Whether so many texts, of which the longest is so long, may go into one run. */
    boolean holds(int texts, int longest);

    /** The inputs of a run by their names; whoever asks closes them. */
    Map<String, OnnxTensor> tensors(List<T> texts) throws OrtException;

    @Override
    default void close() {}
}
