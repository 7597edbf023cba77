package id.sigap.local;

import id.sigap.local.process.ChildProcess;
import id.sigap.local.process.FreePorts;
import id.sigap.local.process.PidFile;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.Signal;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The state directory of the launcher before and after a stack runs on it. */
final class LauncherState {

    /** Below this a start is refused: Kafka and PostgreSQL would stop halfway. */
    static final long BYTES_TO_START = 1024L * 1024 * 1024;
    /** Below this a running stack is stopped while it still can be stopped cleanly. */
    static final long BYTES_TO_RUN = 128L * 1024 * 1024;

    static final long MEBIBYTE = 1024L * 1024;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

    private final Path state;

    LauncherState(Path state) {
        this.state = state;
    }

    /** The pid file of the launcher. */
    PidFile launcher() {
        return ChildProcess.pidFile(StateLayout.of(state).run(), StateLayout.LAUNCHER);
    }

    /**
     * Makes the directory ready for a start: nothing of an earlier run lives, every port is free, the disk has room.
     *
     * @param fresh whether everything of earlier runs is wiped
     * @return names of processes that an earlier, killed launcher had left
     * @throws StackException when a start is not possible
     */
    List<String> prepare(boolean fresh, StackPorts ports) {
        return StateLock.tryTake(state).orElseThrow(this::alreadyRuns).during(() -> {
            List<String> ended = Orphans.end(state);
            if (fresh) {
                wipe();
            }
            requireRoom();
            ports.byName().forEach((name, port) -> {
                if (!FreePorts.isFree(port)) {
                    throw StackException.portTaken(label(name), name, port);
                }
            });
            return ended;
        });
    }

    /**
     * Stops a launcher that runs, or what a killed one left.
     *
     * @return names of what was stopped
     */
    List<String> stop() {
        if (!Files.isDirectory(state)) {
            return List.of();
        }
        Optional<ProcessHandle> launcher = launcher().living();
        launcher.ifPresent(process -> Signal.TERMINATE.end(process, STOP_PATIENCE));
        return StateLock.tryTake(state).orElseThrow(this::alreadyRuns).during(() -> {
            List<String> orphans = Orphans.end(state);
            launcher().delete();
            return Stream.concat(launcher.map(process -> "the stack").stream(), orphans.stream())
                    .toList();
        });
    }

    /** Bytes that may still be written where the state is. */
    long room() {
        try {
            return Files.getFileStore(state).getUsableSpace();
        } catch (IOException e) {
            throw new StackException("Cannot ask how much room " + state + " has: " + PrivateFiles.reason(e), e);
        }
    }

    private void requireRoom() {
        long room = room();
        if (room < BYTES_TO_START) {
            throw new StackException("The disk under " + state + " has only " + room / MEBIBYTE
                    + " MiB left; Sigap needs " + BYTES_TO_START / MEBIBYTE + " MiB to start.");
        }
    }

    private void wipe() {
        try (Stream<Path> children = Files.list(state)) {
            children.filter(child -> !child.endsWith(StateLock.FILE)).forEach(PrivateFiles::deleteTree);
        } catch (IOException e) {
            throw new StackException("Cannot wipe " + state + ": " + PrivateFiles.reason(e), e);
        }
    }

    private StackException alreadyRuns() {
        String process = launcher()
                .living()
                .map(living -> " (process " + living.pid() + ")")
                .orElse("");
        return new StackException("Sigap already runs from this checkout" + process + ". deploy/local/down stops it.");
    }

    private static String label(String name) {
        return switch (name) {
            case "postgres" -> "PostgreSQL";
            case "kafka" -> "Kafka";
            case "keycloak" -> "Keycloak";
            case "simulator" -> "the channel simulator";
            default -> name + "-service";
        };
    }
}
