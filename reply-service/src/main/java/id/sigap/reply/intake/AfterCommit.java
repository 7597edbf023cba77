package id.sigap.reply.intake;

/** Who is told that answers were released. */
public interface AfterCommit {
    /** Something may be due for sending. */
    void repliesReleased();
}
