package id.sigap.reply.intake;

/**
 * Another instance wrote the same conversation at the same time, as can happen for a moment when partitions change
 * hands. The batch is rolled back and decided anew.
 */
final class OverlapException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverlapException() {
        super("another instance wrote the same conversation", null, false, false);
    }
}
