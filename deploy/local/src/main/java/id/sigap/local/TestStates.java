package id.sigap.local;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** State directories of tests, under the module's {@code target}. Those of killed test runs are swept. */
final class TestStates {

    private static final Path FOLDER = Path.of("target", "local-stack");

    private TestStates() {}

    /** A path for a new state. */
    static Path fresh() {
        Path folder = PrivateFiles.directory(FOLDER.toAbsolutePath());
        sweep(folder);
        return folder.resolve(UUID.randomUUID().toString().substring(0, 8));
    }

    private static void sweep(Path folder) {
        for (Path state : states(folder)) {
            StateLock.tryTake(state)
                    .ifPresent(lock -> lock.during(() -> {
                        Orphans.end(state);
                        PrivateFiles.deleteTree(state);
                        return state;
                    }));
        }
    }

    private static List<Path> states(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            // A directory without a lock file belongs to a test that is about to use it.
            return children.filter(child -> Files.exists(child.resolve(StateLock.FILE)))
                    .toList();
        } catch (IOException e) {
            throw new StackException("Cannot read " + folder + ": " + PrivateFiles.reason(e), e);
        }
    }
}
