package id.sigap.local;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The demo directory with the addresses of this stack in place of the standard ones. */
final class RenderedDirectory {

    /** The key of tracking links, which no account names. */
    private static final String TRACKING = "tracking";
    /** Seals the secrets of outgoing webhooks. */
    private static final String WEBHOOK_KEY = "webhook-key";

    private RenderedDirectory() {}

    /**
     * Copies the files and validates them as a service would.
     *
     * @return the names of all secrets that the services will ask for
     * @throws StackException naming the mistake when a file is wrong
     */
    static SortedSet<String> render(Path source, Path target, StackPorts ports) {
        try {
            PrivateFiles.deleteTree(target);
            PrivateFiles.directory(target);
            for (Path file : yaml(source)) {
                String text = Files.readString(file)
                        .replace("http://localhost:8085", "http://localhost:" + ports.simulator())
                        .replace("http://localhost:8083", "http://localhost:" + ports.reply());
                PrivateFiles.write(target.resolve(file.getFileName()), text);
            }
            return secretNames(load(target));
        } catch (IOException e) {
            throw new StackException("The directory cannot be copied to " + target + ": " + PrivateFiles.reason(e), e);
        }
    }

    /** The directory as a service sees it. */
    static Directory load(Path folder) {
        try {
            return DirectoryLoader.load(folder);
        } catch (DirectoryException e) {
            throw new StackException("The directory has mistakes: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StackException("The directory " + folder + " cannot be read: " + PrivateFiles.reason(e), e);
        }
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static SortedSet<String> secretNames(Directory directory) {
        SortedSet<String> names = new TreeSet<>();
        names.add(TRACKING);
        names.add(WEBHOOK_KEY);
        directory.agencies().stream()
                .flatMap(agency -> agency.accounts().stream())
                .forEach(account -> names.addAll(account.secrets().values()));
        return names;
    }
}
