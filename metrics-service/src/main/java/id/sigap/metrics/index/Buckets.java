package id.sigap.metrics.index;

/** Whoever can show all published buckets. */
public interface Buckets {
    /**
     * Shows the buckets of an agency in a span, each once.
     *
     * @param from first hour since 1970
     * @param to the hour behind the last
     */
    void show(String agency, long from, long to, BucketVisitor visitor);
}
