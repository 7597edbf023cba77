package id.sigap.local;

import id.sigap.local.process.ChildProcess;
import id.sigap.local.process.HealthCheck;
import id.sigap.local.process.Java;
import id.sigap.local.process.Signal;
import id.sigap.local.process.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A packaged service as a child process of its own, on a stack that runs. It can be killed and launched again. */
public final class ServiceProcess {

    /** The services, in the order of a message's way. */
    public static final List<String> ALL =
            List.of("ingest-service", "triage-service", "reply-service", "metrics-service");

    /** Holds an index of figures and the buffers of some two hundred partitions: with 256 MB it ended under load. */
    private static final String FIGURES = "metrics-service";

    /**
     * How much the services give way to each other on a machine that they share, as {@code nice} takes it: who writes waits
     * for the receipt first, then for the answer; figures may come a moment later. On Kubernetes the shares of the
     * processors say the same. Not in a test, which waits for every service alike.
     */
    private static final Map<String, Integer> NICENESS = Map.of("triage-service", 4, "reply-service", 4, FIGURES, 10);

    private static final Duration START_PATIENCE = Duration.ofSeconds(180);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final String service;
    private final ChildProcess.Plan plan;
    private final String address;
    private ChildProcess process;

    private ServiceProcess(String service, ChildProcess.Plan plan, String address) {
        this.service = service;
        this.plan = plan;
        this.address = address;
        this.process = ChildProcess.start(plan);
    }

    /**
     * Launches a service and returns at once; {@link #awaitReady()} waits for it. Its log is
     * {@code <state>/logs/<service>.log}.
     *
     * @param stack what it works on
     * @param service name of its module, e.g. {@code ingest-service}
     * @param heap its heap, as {@code -Xmx} takes it
     * @param additional environment variables that replace the stack's
     * @throws StackException when the service was not packaged
     */
    public static ServiceProcess launch(LocalStack stack, String service, String heap, Map<String, String> additional) {
        return launch(stack, service, service, stack.ports().ofService(service), heap, additional);
    }

    /**
     * Launches one more instance of a service, beside the one at the stack's own port. Its log is
     * {@code <state>/logs/<service>-<port>.log}.
     *
     * @param port its own
     */
    public static ServiceProcess launchBeside(
            LocalStack stack, String service, int port, String heap, Map<String, String> additional) {
        return launch(stack, service, service + '-' + port, port, heap, additional);
    }

    private static ServiceProcess launch(
            LocalStack stack, String service, String name, int port, String heap, Map<String, String> additional) {
        Path jar = Checkout.around().serviceJar(service);
        if (!Files.isRegularFile(jar)) {
            throw new StackException(
                    jar + " is missing: build it first (mvn -pl " + service + " -am package -DskipTests).");
        }
        StateLayout layout = StateLayout.of(stack.state());
        Map<String, String> environment = new HashMap<>(stack.serviceEnvironment(service));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(additional);
        if (FIGURES.equals(service)) {
            // RocksDB takes and gives back memory on many threads, and the C library keeps for each of them what was
            // given back: 166 MB after 40 minutes of load. Two places are enough.
            environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        }
        ChildProcess.Plan plan = new ChildProcess.Plan(
                name,
                command(service, jar, heap),
                environment,
                stack.state(),
                layout.run(),
                layout.logs(),
                Signal.TERMINATE,
                stack.isThrowaway() ? 0 : NICENESS.getOrDefault(service, 0));
        return new ServiceProcess(service, plan, "http://localhost:" + port);
    }

    /** Launches with the heap that the whole stack is sized for. */
    public static ServiceProcess launch(LocalStack stack, String service) {
        return launch(stack, service, FIGURES.equals(service) ? "384m" : "256m", Map.of());
    }

    private static List<String> command(String service, Path jar, String heap) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(
                Java.program(),
                "-Xmx" + heap,
                // One collector thread: the cores are shared, and it keeps the resident memory small.
                "-XX:+UseSerialGC",
                // What a service's classes take: below it every start collects the whole heap three times for them.
                "-XX:MetaspaceSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC"));
        if (FIGURES.equals(service)) {
            // What it has read lives until the next commit, which is longer than the usual young generation lasts.
            command.addAll(List.of("-XX:NewRatio=1", "-XX:SurvivorRatio=2", "-XX:TargetSurvivorRatio=90"));
            // Each thread keeps the largest buffer outside the heap through which it ever read.
            command.add("-Djdk.nio.maxCachedBufferSize=1048576");
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** The name of its module. */
    public String service() {
        return service;
    }

    /** Its base address. */
    public String address() {
        return address;
    }

    /** The process id. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public synchronized boolean isAlive() {
        return process.isAlive();
    }

    /** Where its output goes. */
    public synchronized Path log() {
        return process.log();
    }

    /** Completes when this run of the service ends. */
    public synchronized CompletableFuture<ChildProcess> onExit() {
        return process.onExit();
    }

    /**
     * Returns when the service says that it is ready.
     *
     * @throws StackException when it ends or takes too long, with the last lines of its log as suppressed exceptions
     */
    public void awaitReady() {
        HealthCheck.await(service, address + "/q/health/ready", current(), START_PATIENCE);
    }

    /** kill -9, and waits until it is gone. */
    public void kill() {
        current().kill();
    }

    /** Asks it to end and waits; kills it when it does not. */
    public void terminate() {
        current().stop(STOP_PATIENCE);
    }

    /** Launches it again after it ended, and waits until it is ready. */
    public void restart() {
        relaunch();
        awaitReady();
    }

    /** Launches it again after it ended and returns at once. */
    public synchronized void relaunch() {
        if (!process.isAlive()) {
            process = ChildProcess.start(plan);
        }
    }

    private synchronized ChildProcess current() {
        return process;
    }
}
