package id.sigap.local;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A state in which PostgreSQL is initialised and Keycloak has created its tables and imported the realm: a test that
 * starts from a copy saves half a minute. Made once per checkout, and again when the realm or a version changes.
 */
final class StateTemplate {

    private static final String PREFIX = "template-";

    private final Path cache;
    private final String key;

    StateTemplate(Path cache) {
        this.cache = cache;
        this.key = Realm.fingerprint().substring(0, 12);
    }

    /** Makes {@code state} a copy of the template; it must not exist. */
    void copyTo(Path state) {
        Path template = cache.resolve(PREFIX + key);
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("template.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(template)) {
                removeOthers();
                make(template);
            }
            PrivateFiles.directoryOf(state);
            PrivateFiles.copyTree(template, state);
        } catch (IOException e) {
            throw new StackException("Cannot use the template " + template + ": " + PrivateFiles.reason(e), e);
        }
    }

    private void make(Path template) throws IOException {
        Path building = cache.resolve("building-" + UUID.randomUUID().toString().substring(0, 8));
        StackOptions options = new StackOptions(
                Set.of(StackPart.POSTGRES, StackPart.KEYCLOAK), StackPorts.free(), building, false, false);
        try {
            LocalStack.startFromNothing(options).close();
            StateLayout layout = StateLayout.of(building);
            for (Path rest :
                    List.of(layout.keycloak(), layout.run(), layout.logs(), building.resolve(StateLock.FILE))) {
                PrivateFiles.deleteTree(rest);
            }
            Files.move(building, template);
        } finally {
            PrivateFiles.deleteTree(building);
        }
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> children = Files.list(cache)) {
            children.filter(child -> String.valueOf(child.getFileName()).startsWith(PREFIX))
                    .filter(Files::isDirectory)
                    .forEach(PrivateFiles::deleteTree);
        }
    }
}
