package id.sigap.triage.onnx;

import java.nio.file.Path;

/** A model that cannot take the classifier's place; the message names its file and says what is wrong, in one sentence. */
public final class UnfitModelException extends Exception {
    private static final long serialVersionUID = 1;

    UnfitModelException(Path file, String fault) {
        super("The ONNX model " + file + " cannot be used: " + fault);
    }
}
