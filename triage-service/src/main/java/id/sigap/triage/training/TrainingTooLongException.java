package id.sigap.triage.training;

/** A training took longer than it was given. */
public final class TrainingTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TrainingTooLongException() {
        super("the training took longer than it was given", null, false, false);
    }
}
