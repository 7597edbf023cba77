package id.sigap.local.process;

import java.nio.file.Path;

/** The Java that runs this program; child processes use the same. */
public final class Java {

    private Java() {}

    /** The path of {@code java}. */
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
