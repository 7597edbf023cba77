package id.sigap.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process beyond the life of the one who started it. A process is known by its id and the time it
 * started, so that another one which got the same id later is never mistaken for it.
 */
public final class PidFile {

    /** Start times are read with the resolution of the kernel's clock tick and its boot time in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    /** @param file where the process is noted */
    public PidFile(Path file) {
        this.file = file;
    }

    /** Notes a running process. */
    public void write(ProcessHandle process) {
        String started = process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(0L)
                .toString();
        PrivateFiles.write(file, process.pid() + "\n" + started + "\n");
    }

    /** The noted process when it still runs. */
    public Optional<ProcessHandle> living() {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            return living(
                    Long.parseLong(lines.get(0).trim()),
                    Instant.ofEpochMilli(Long.parseLong(lines.get(1).trim())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The process of that id when it runs and started at that time. */
    public static Optional<ProcessHandle> living(long pid, Instant started) {
        return ProcessHandle.of(pid)
                .filter(PidFile::isLiving)
                .filter(process -> process.info()
                        .startInstant()
                        .map(at -> Duration.between(at, started).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(false));
    }

    /**
     * Whether a process runs. One that ended and was never collected by its parent, as happens in containers whose
     * first process does not care, does not run.
     */
    static boolean isLiving(ProcessHandle process) {
        return process.isAlive() && !isUncollected(process.pid());
    }

    private static boolean isUncollected(long pid) {
        try {
            // The state follows the name, which is in brackets and may hold anything (proc_pid_stat(5)).
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackException("Cannot remove " + file + ": " + PrivateFiles.reason(e), e);
        }
    }
}
