package id.sigap.reply.dispatch;

/** Where released answers wait; told after the commit that released them. */
public interface SendQueue {
    /** Something may be due. A hint: what is forgotten here is found by the sweep. */
    void repliesReleased();
}
