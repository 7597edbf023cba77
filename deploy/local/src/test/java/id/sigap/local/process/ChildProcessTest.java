package id.sigap.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a started program is to the system: its log, its exit, and how much it gives way. */
final class ChildProcessTest {

    private static final Path AUTOGROUP = Path.of("/proc/self/autogroup");

    @TempDir
    Path directory;

    @Test
    void givesWayToTheProcessesOfOtherSessions() throws Exception {
        // Given a system that divides its processors between sessions first
        assumeTrue(Files.exists(AUTOGROUP));

        // When a program is started that gives way by seven
        String said = saidBy(7, "nice; cat /proc/self/autogroup");

        // Then it does so in its session, and its session among the others
        assertTrue(said.startsWith("7\n"), said);
        assertTrue(said.stripTrailing().endsWith(" nice 7"), said);
    }

    @Test
    void takesItsShareWhenItNeedGiveWayToNobody() throws Exception {
        assumeTrue(Files.exists(AUTOGROUP));

        // When one is started that gives way to nobody
        String said = saidBy(0, "nice; cat /proc/self/autogroup");

        // Then it has what its launcher has
        assertTrue(said.stripTrailing().endsWith(" nice 0"), said);
    }

    @Test
    void keepsTheArgumentsOfWhatItStarts() throws Exception {
        // When an argument has what a shell would take for its own
        String said = saidBy(3, "printf '%s' '$0 \"two words\"'");

        // Then the program is told it as it is
        assertEquals("$0 \"two words\"", said);
    }

    private String saidBy(int niceness, String words) throws Exception {
        ChildProcess child = ChildProcess.start(new ChildProcess.Plan(
                "program",
                List.of("/bin/sh", "-c", words),
                Map.of(),
                directory,
                directory.resolve("run"),
                directory.resolve("logs"),
                Signal.TERMINATE,
                niceness));
        child.onExit().get(20, TimeUnit.SECONDS);
        return Files.readString(child.log());
    }
}
