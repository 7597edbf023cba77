package id.sigap.metrics.figure;

/**
 * How much memory the figures of one question may take while they are read: a question that asks for too much ends, and
 * not the service. Not for several threads, except {@link #ANY}.
 */
public final class Room {
    /** As much as there is: for figures of which there are few. */
    public static final Room ANY = new Room(Long.MAX_VALUE);

    private final long most;
    private long taken;

    /** So many bytes. */
    public Room(long most) {
        this.most = most;
    }

    /** There is no more of it. */
    public static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded(long most) {
            super("the figures take more than " + most + " bytes", null, false, false);
        }
    }

    /**
     * Takes some, or gives back what is negative.
     *
     * @throws Exceeded if there is not so much
     */
    public void take(long bytes) {
        if (most == Long.MAX_VALUE) {
            return;
        }
        taken += bytes;
        if (taken > most) {
            throw new Exceeded(most);
        }
    }
}
