package id.sigap.metrics;

import id.sigap.local.StackResource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged service as a process of its own on the test's stack.
 *
 * @param process runs it
 * @param port where it answers
 */
record Instance(Process process, int port) implements AutoCloseable {
    static Instance start(Path state) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        StackResource.stack()
                .serviceProperties("metrics-service")
                .forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dsigap.state.path=" + state);
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-jar");
        command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        return new Instance(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Path.of("target", "instance.log").toFile())
                        .start(),
                port);
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
