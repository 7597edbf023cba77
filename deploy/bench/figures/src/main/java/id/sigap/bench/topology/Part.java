package id.sigap.bench.topology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A Java process of the bench that takes commands and tells what it did, line by line, and ends with its input. */
final class Part implements AutoCloseable {
    private static final String TOLD = "bench.";
    private static final long PATIENCE_MINUTES = 30;

    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    private Part(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread listener = new Thread(this::listen, "listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts a main class on this class path. */
    static Part start(Class<?> main, List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new Part(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** As the service logs: without this Kafka's clients write down every record that they touch, and nobody reads it. */
    static void logLittle() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger all = Logger.getLogger("");
        all.setLevel(Level.WARNING);
        all.addHandler(new ConsoleHandler());
    }

    /** Tells the process that started this one. */
    static synchronized void tell(String line) {
        System.out.println(TOLD + line);
        System.out.flush();
    }

    /** Gives a command. */
    void command(String line) throws IOException {
        commands.write(line + '\n');
        commands.flush();
    }

    /** The value of the next line of that name; passes over others. */
    String await(String name) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (System.nanoTime() < until) {
            String line = told.poll(1, TimeUnit.SECONDS);
            if (line != null && line.startsWith(name + '=')) {
                return line.substring(name.length() + 1);
            }
            if (line == null && !process.isAlive()) {
                break;
            }
        }
        throw new IllegalStateException("a process of the bench did not tell " + name);
    }

    /** The number of the next line of that name. */
    long number(String name) throws InterruptedException {
        return Long.parseLong(await(name));
    }

    /** Processor time that it has used, s. */
    double processorSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(TOLD)) {
                    told.add(line.substring(TOLD.length()));
                } else {
                    System.err.println(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
