package id.sigap.reply.dispatch;

/**
 * What became of asking a channel to delete a reply.
 *
 * @param state gone, refused, or nobody can tell
 * @param code the channel's code, or our own word
 */
public record Deletion(State state, String code) {
    /** It is gone. */
    public static Deletion gone(String code) {
        return new Deletion(State.DONE, code);
    }

    /** The channel keeps it. */
    public static Deletion refused(String code) {
        return new Deletion(State.REFUSED, code);
    }

    /** It may be gone, or not; asking again does no harm. */
    public static Deletion unclear(String code) {
        return new Deletion(State.UNKNOWN, code);
    }

    /** What became of it. */
    public enum State {
        /** It is gone. */
        DONE("done"),
        /** The channel keeps it. */
        REFUSED("refused"),
        /** It may be gone, or not. */
        UNKNOWN("unknown");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        /** The word as it stands in the database and the API. */
        public String wire() {
            return wire;
        }
    }
}
