package id.sigap.journey;

import java.lang.System.Logger.Level;

/** Says in the build's log what a test measured, so that a slow or odd run can be told from the log alone. */
final class Measured {
    private static final System.Logger LOG = System.getLogger("id.sigap.journey");

    private Measured() {}

    /** One line, as of {@link String#format}. */
    static void say(String format, Object... values) {
        LOG.log(Level.INFO, () -> String.format(format, values));
    }
}
