package id.sigap.triage;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryLoader;
import java.nio.file.Path;

/** The directory that the project ships for trying it out. */
public final class DemoDirectory {
    private static final Directory DIRECTORY = load();

    private DemoDirectory() {}

    /** The whole directory. */
    public static Directory directory() {
        return DIRECTORY;
    }

    /** The agency for transport. */
    public static Agency kemenhub() {
        return DIRECTORY.agency("kemenhub-contoh").orElseThrow();
    }

    private static Directory load() {
        try {
            return DirectoryLoader.load(Path.of("../deploy/local/directory"));
        } catch (Exception e) {
            throw new IllegalStateException("the demo directory cannot be loaded", e);
        }
    }
}
