package id.sigap.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process has held at once, as Linux itself keeps it in {@code /proc}. */
public final class ResidentPeak {
    private final Path process;

    /** Of one process, from now on. */
    public ResidentPeak(long pid) {
        this.process = Path.of("/proc/" + pid);
        try {
            Files.writeString(process.resolve("clear_refs"), "5"); // forgets the peak until now, see proc(5)
        } catch (IOException e) {
            throw new UncheckedIOException("the peak of " + pid + " cannot be reset", e);
        }
    }

    /** Resident now, in KiB. */
    public long nowKib() {
        return kib("VmRSS:");
    }

    /** The peak since this was made, in KiB. */
    public long peakKib() {
        return kib("VmHWM:");
    }

    private long kib(String field) {
        try {
            return Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the process ended", e);
        }
    }
}
