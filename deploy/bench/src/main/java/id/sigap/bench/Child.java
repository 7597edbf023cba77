package id.sigap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of the bench that speaks in lines until it is ready and ends when its input does. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Map<String, String> told = new HashMap<>();

    private Child(Process process) {
        this.process = process;
    }

    /** Starts a main class on this class path and returns when it has said a line that ends in {@code ready}. */
    static Child start(Class<?> main, List<String> jvm, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(javaProgram());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Child child = new Child(builder.start());
        child.listen();
        return child;
    }

    private void listen() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.equals("ready") || line.startsWith("bench.ready")) {
                Thread drain = new Thread(() -> lines.lines().forEach(System.err::println), "drain");
                drain.setDaemon(true);
                drain.start();
                return;
            }
            int equals = line.indexOf('=');
            if (line.startsWith("bench.") && equals > 0) {
                told.put(line.substring("bench.".length(), equals), line.substring(equals + 1));
            } else {
                System.err.println(line);
            }
        }
        throw new IllegalStateException("a process of the bench ended before it was ready");
    }

    long pid() {
        return process.pid();
    }

    /** What it told by this name. */
    String told(String name) {
        String value = told.get(name);
        if (value == null) {
            throw new IllegalStateException("the stack did not tell its " + name);
        }
        return value;
    }

    Map<String, String> told() {
        return told;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
