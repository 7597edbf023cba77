package id.sigap.runtime.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tells one version of a folder from the next: names, times and sizes behind all links. */
record Fingerprint(Map<String, Mark> files) {
    static Fingerprint of(Path folder) throws IOException {
        Map<String, Mark> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file :
                    entries.filter(entry -> entry.toString().endsWith(".yaml")).toList()) {
                try {
                    files.put(
                            file.toString(),
                            new Mark(file.toRealPath().toString(), Files.getLastModifiedTime(file), Files.size(file)));
                } catch (NoSuchFileException e) {
                    // Swapped while we looked; the next look sees it whole.
                }
            }
        }
        return new Fingerprint(files);
    }

    record Mark(String target, FileTime modified, long bytes) {}
}
