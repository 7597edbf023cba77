package id.sigap.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.sigap.local.process.FreePorts;
import id.sigap.local.process.Java;
import id.sigap.local.process.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher as a person meets it when something is wrong: one clear line, an exit code, nothing left behind. */
class LauncherIT {

    private static final Path STATE = Path.of("target", "launcher-it").toAbsolutePath();
    private static final Path SCRIPTS =
            Checkout.around().root().resolve("deploy").resolve("local");

    @BeforeEach
    void clean() {
        PrivateFiles.deleteTree(STATE);
    }

    @Test
    void aTakenPortIsOneLineThatNamesThePortAndTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            Ended up = java("id.sigap.local.Up", options("--kafka-port=" + taken.getLocalPort()));

            // Then
            assertEquals(1, up.code(), up.output());
            assertEquals(
                    List.of("sigap: Port " + taken.getLocalPort()
                            + " (Kafka) is taken by another program. Free it, or choose another: --kafka-port="
                            + (taken.getLocalPort() + 1000)),
                    up.lines());
        }
    }

    @Test
    void aMissingJavaIsOneLineThatSaysWhatToInstall() throws Exception {
        // When
        Ended up = run(List.of(SCRIPTS.resolve("up").toString()), Map.of("JAVA_HOME", "/nowhere"));

        // Then
        assertEquals(1, up.code(), up.output());
        assertEquals(
                List.of("sigap: JAVA_HOME is /nowhere, but there is no bin/java in it. Point it at a JDK 17 or newer."),
                up.lines());
    }

    @Test
    void noJavaAtAllIsOneLineThatSaysWhatToInstall() throws Exception {
        // Given a machine with a shell and little else
        Path programs = Files.createDirectories(STATE.resolve("bin"));
        for (String program : List.of("bash", "dirname")) {
            Files.createSymbolicLink(programs.resolve(program), Path.of("/usr/bin", program));
        }

        // When
        Ended up = run(List.of(SCRIPTS.resolve("up").toString()), Map.of("JAVA_HOME", "", "PATH", programs.toString()));

        // Then
        assertEquals(1, up.code(), up.output());
        assertEquals(
                List.of("sigap: No Java here. Install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk)."),
                up.lines());
    }

    @Test
    void aFullDiskIsOneLineThatNamesItsPlaceAndWhatIsMissing() throws Exception {
        // Given a small file system, mounted for this one program only
        Files.createDirectories(STATE);
        String mount = "mount -t tmpfs -o size=64m none \"$1\" && shift && exec \"$@\"";
        List<String> onSmallDisk = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh");
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/unshare"))
                        && run(with(onSmallDisk, STATE.toString(), "true"), Map.of())
                                        .code()
                                == 0,
                "this machine lets nobody mount a file system of their own");

        // When
        List<String> command = with(onSmallDisk, STATE.toString(), Java.program(), "-cp", classPath());
        command.add("id.sigap.local.Up");
        command.addAll(options("--no-demo"));
        Ended up = run(command, Map.of("SIGAP_STATE", STATE.toString()));

        // Then
        assertEquals(1, up.code(), up.output());
        assertEquals(1, up.lines().size(), up.output());
        assertTrue(
                up.lines()
                        .get(0)
                        .matches("sigap: The disk under " + STATE + " has only \\d+ MiB left; Sigap needs 1024"
                                + " MiB to start\\."),
                up.output());
    }

    @Test
    void theHelpNeedsNoBuildAndNamesEveryOption() throws Exception {
        // When
        Ended help = run(List.of(SCRIPTS.resolve("up").toString(), "--help"), Map.of("JAVA_HOME", "/nowhere"));

        // Then
        assertEquals(0, help.code());
        for (String option : List.of("--fresh", "--no-demo", "--kafka-port", "--postgres-port", "SIGAP_INGEST_PORT")) {
            assertTrue(help.output().contains(option), option);
        }
    }

    @Test
    void aServerWhoseLauncherWasKilledIsStoppedByDownAndItsDataOpensAgain() throws Exception {
        // Given a stack in another process that is killed together with nothing else
        StackPorts ports = StackPorts.free();
        Process launcher = new ProcessBuilder(Java.program(), "-cp", classPath(), "id.sigap.local.KilledStack")
                .redirectErrorStream(true)
                .start();
        launcher.getOutputStream().write((STATE + "\n" + ports.postgres() + "\n").getBytes(StandardCharsets.UTF_8));
        launcher.getOutputStream().flush();
        assertEquals("ready", launcher.inputReader().readLine());
        launcher.destroyForcibly().waitFor();
        assertFalse(FreePorts.isFree(ports.postgres()), "the server outlives its launcher");

        // When
        Ended down = java("id.sigap.local.Down", List.of());

        // Then
        assertEquals(List.of("Stopped postgres."), down.lines());
        assertTrue(FreePorts.isFree(ports.postgres()));
        try (LocalStack again =
                        LocalStack.start(new StackOptions(Set.of(StackPart.POSTGRES), ports, STATE, true, false));
                Connection connection = again.postgres().connect("reply", again.password("reply"), "sigap")) {
            assertTrue(connection.isValid(5));
        }
        assertEquals(
                List.of("Nothing was running."),
                java("id.sigap.local.Down", List.of()).lines());
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return longer;
    }

    private static List<String> options(String more) {
        List<String> options = new ArrayList<>();
        StackPorts.free().byName().forEach((name, port) -> options.add("--" + name + "-port=" + port));
        options.add(more);
        return options;
    }

    private static Ended java(String mainClass, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Java.program(), "-cp", classPath(), mainClass));
        command.addAll(arguments);
        return run(command, Map.of("SIGAP_STATE", STATE.toString()));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Ended run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /**
     * What a program left.
     *
     * @param code its exit code
     * @param output all that it said
     */
    private record Ended(int code, String output) {

        List<String> lines() {
            return output.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
