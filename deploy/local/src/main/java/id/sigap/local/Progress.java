package id.sigap.local;

import java.time.Duration;

/** Hears what the stack is doing while it starts. Called from several threads. */
public interface Progress {

    /** Somebody who does not listen. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begun(String step) {}

            @Override
            public void done(String step, String detail, Duration took) {}
        };
    }

    /** A step has begun. */
    void begun(String step);

    /**
     * A step is done.
     *
     * @param step as it was named when it began
     * @param detail what a person may want to know, e.g. an address
     * @param took how long
     */
    void done(String step, String detail, Duration took);
}
