package id.sigap.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time and resident memory of named processes with their children, from Linux's {@code /proc}. */
public final class ProcessUsage {
    /** USER_HZ of every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, Long> pids;

    /** Of these processes, by a name for the table. */
    public ProcessUsage(Map<String, Long> pids) {
        this.pids = new LinkedHashMap<>(pids);
    }

    /** Reads now. A process that is gone counts nothing. */
    public Map<String, Usage> read() {
        Map<String, Usage> usage = new LinkedHashMap<>();
        pids.forEach((name, pid) -> usage.put(name, tree(pid)));
        return usage;
    }

    private Usage tree(long root) {
        double seconds = 0;
        long resident = 0;
        List<Long> members = Stream.concat(
                        Stream.of(root),
                        ProcessHandle.of(root).stream()
                                .flatMap(handle -> handle.descendants().map(ProcessHandle::pid)))
                .filter(pid -> pid == root || !pids.containsValue(pid))
                .toList();
        for (long pid : members) {
            if (pid != root && ownedByAnother(root, pid)) {
                continue;
            }
            try {
                String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                seconds += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
                resident += proportionalKib(pid);
            } catch (IOException gone) {
                // It ended between the listing and the reading: it has nothing to add.
            }
        }
        return new Usage(seconds, resident);
    }

    /** Whether a descendant of {@code root} belongs to another of the named processes further down. */
    private boolean ownedByAnother(long root, long pid) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(parent -> parent.pid() != root
                        && (pids.containsValue(parent.pid()) || ownedByAnother(root, parent.pid())))
                .orElse(false);
    }

    /** Proportional set size: pages shared between PostgreSQL's processes count once. */
    private static long proportionalKib(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            if (line.startsWith("Pss:")) {
                return Long.parseLong(line.replaceAll("\\D+", ""));
            }
        }
        return 0;
    }

    /**
     * What a process has used.
     *
     * @param cpuSeconds user and system time since it started
     * @param residentKib proportional set size now
     */
    public record Usage(double cpuSeconds, long residentKib) {
        /** Nothing used yet. */
        public static final Usage NONE = new Usage(0, 0);
    }
}
