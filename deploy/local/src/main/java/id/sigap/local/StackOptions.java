package id.sigap.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a stack consists of and where it lives.
 *
 * @param parts what is started
 * @param ports where the parts listen
 * @param state directory of everything that is kept: data, secrets, logs, pid files
 * @param durable whether PostgreSQL's commits are on the disk when they return
 * @param throwaway whether it is there for a test only: the state is removed when the stack stops, and no service gives
 *     way to another
 */
public record StackOptions(Set<StackPart> parts, StackPorts ports, Path state, boolean durable, boolean throwaway) {

    /** Copies the parts. */
    public StackOptions {
        parts = Set.copyOf(parts);
        state = state.toAbsolutePath().normalize();
        if (parts.contains(StackPart.KEYCLOAK) && !parts.contains(StackPart.POSTGRES)) {
            throw new IllegalArgumentException("Keycloak needs PostgreSQL");
        }
    }

    /**
     * For tests: free ports, and a state of its own that is gone afterwards. Commits are not forced to the disk, as only
     * a crash of the whole machine could tell.
     */
    public static StackOptions forTests(StackPart... parts) {
        Set<StackPart> wanted = EnumSet.noneOf(StackPart.class);
        wanted.addAll(List.of(parts));
        if (wanted.contains(StackPart.KEYCLOAK)) {
            wanted.add(StackPart.POSTGRES);
        }
        return new StackOptions(wanted, StackPorts.free(), TestStates.fresh(), false, true);
    }

    /** The same with another state directory that is kept. */
    public StackOptions keptIn(Path directory) {
        return new StackOptions(parts, ports, directory, durable, false);
    }

    /** The same with commits that survive a power cut. */
    public StackOptions durably() {
        return new StackOptions(parts, ports, state, true, throwaway);
    }
}
