package id.sigap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory processes hold, as Linux accounts it. */
final class ResidentMemory {

    private ResidentMemory() {}

    /**
     * Resident bytes of a process and everything that it started. Memory that processes share is counted in parts, so
     * that a sum over several is what the machine really gives.
     *
     * @return nothing where the system does not tell
     */
    static OptionalLong of(long pid) {
        List<Long> family = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        long total = 0;
        for (long member : family) {
            total += kibibytes(member) * 1024;
        }
        return total == 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** Resident bytes of this process alone. */
    static OptionalLong ofThisProcess() {
        long bytes = kibibytes(ProcessHandle.current().pid()) * 1024;
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private static long kibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
