package id.sigap.local;

import id.sigap.local.postgres.PostgresServer;
import id.sigap.local.process.PidFile;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.Signal;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes of a state directory whose launcher was killed and could not stop them. */
final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** What others lean on ends last. */
    private static final List<String> LAST = List.of("keycloak", "postgres");

    private Orphans() {}

    /**
     * Ends all of them, the services first and PostgreSQL last. The caller holds the state's lock.
     *
     * @return their names
     */
    static List<String> end(Path state) {
        List<Path> files = pidFiles(StateLayout.of(state).run());
        List<String> ended = files.parallelStream()
                .filter(file -> !LAST.contains(name(file)))
                .flatMap(file -> endNoted(file).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        files.stream()
                .filter(file -> LAST.contains(name(file)))
                .sorted(Comparator.comparingInt(file -> LAST.indexOf(name(file))))
                .forEach(file -> endNoted(file).ifPresent(ended::add));
        PostgresServer.endOrphan(StateLayout.of(state).postgres());
        return ended;
    }

    private static Optional<String> endNoted(Path file) {
        PidFile pidFile = new PidFile(file);
        Optional<ProcessHandle> living = pidFile.living();
        String name = name(file);
        living.ifPresent(
                process -> ("postgres".equals(name) ? Signal.INTERRUPT : Signal.TERMINATE).end(process, PATIENCE));
        pidFile.delete();
        return living.map(process -> name);
    }

    private static List<Path> pidFiles(Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> !name(file).equals(StateLayout.LAUNCHER))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StackException("Cannot read " + run + ": " + PrivateFiles.reason(e), e);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".pid".length());
    }
}
