package id.sigap.runtime.directory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Directory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentDirectoryTest {
    private static final Path DEMO = Path.of("../../deploy/local/directory");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable CurrentDirectory opened;

    @BeforeEach
    void copyDemo() throws IOException {
        copyTo(folder);
    }

    @AfterEach
    void stop() {
        if (opened != null) {
            opened.stop();
        }
    }

    @Test
    void aFolderThatIsNotThereStopsTheService() {
        assertThrows(IllegalStateException.class, () -> new CurrentDirectory(folder.resolve("nowhere"), meters, 50));
    }

    @Test
    void aMistakeStopsTheServiceAndIsNamed() throws IOException {
        Files.writeString(folder.resolve("zzz.yaml"), "agencies:\n  - nonsense: true\n");
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> new CurrentDirectory(folder, meters, 50));
        assertTrue(String.valueOf(refusal.getMessage()).contains("zzz.yaml"), refusal::toString);
    }

    @Test
    void aWrongNewVersionIsRefusedAndARightOneTaken() throws IOException {
        // Given a directory in force
        CurrentDirectory current = open(folder);
        Directory first = current.get();
        AtomicInteger changes = new AtomicInteger();
        current.onChange(changes::incrementAndGet);

        // When a file with a mistake is added
        Path extra = folder.resolve("zzz.yaml");
        Files.writeString(extra, "agencies:\n  - nonsense: true\n");

        // Then the old version stays and the gauge says so
        await().until(() -> invalid() == 1);
        assertSame(first, current.get());
        assertEquals(0, changes.get());

        // When it is taken away again, then what is right is in force
        Files.delete(extra);
        await().until(() -> invalid() == 0);
        assertEquals(1, changes.get());
        assertEquals(first.agencies().size(), current.get().agencies().size());
    }

    @Test
    void aSwappedLinkIsSeenAsAMountedConfigMapSwapsIt() throws IOException {
        // Given a folder whose files are links through ..data, as Kubernetes mounts them
        Path mount = Files.createDirectory(folder.resolve("mount"));
        Path one = Files.createDirectory(mount.resolve("..one"));
        copyTo(one);
        Path two = Files.createDirectory(mount.resolve("..two"));
        copyTo(two);
        Path data = mount.resolve("..data");
        Files.createSymbolicLink(data, one.getFileName());
        for (String name : yaml(one)) {
            Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
        }
        CurrentDirectory current = open(mount);
        Directory first = current.get();

        // When the link is swapped
        Files.createSymbolicLink(mount.resolve("..new"), two.getFileName());
        Files.move(
                mount.resolve("..new"),
                data,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        // Then the new version is in force
        await().until(() -> current.get() != first);
    }

    private CurrentDirectory open(Path path) {
        CurrentDirectory current = new CurrentDirectory(path, meters, 50);
        opened = current;
        return current;
    }

    private double invalid() {
        return meters.get("sigap_directory_invalid").gauge().value();
    }

    private static void copyTo(Path target) throws IOException {
        for (String name : yaml(DEMO)) {
            Files.copy(DEMO.resolve(name), target.resolve(name));
        }
    }

    private static List<String> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .toList();
        }
    }
}
