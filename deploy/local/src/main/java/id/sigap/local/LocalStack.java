package id.sigap.local;

import id.sigap.local.kafka.KafkaBroker;
import id.sigap.local.keycloak.KeycloakServer;
import id.sigap.local.postgres.PostgresServer;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import id.sigap.local.simulator.ChannelSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * PostgreSQL, Kafka and Keycloak on this machine, with everything in them that the services expect: databases, topics,
 * realm, secrets and directory. The launcher and every integration test use this one implementation.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.start(StackOptions.forTests(StackPart.POSTGRES, StackPart.KAFKA))) {
 *     String bootstrap = stack.kafkaBootstrap();
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

    private final StackSetting setting;
    private final StackParts parts;
    private final StateLock lock;
    private final Thread atExit = new Thread(this::stop, "sigap-stack-stop");
    private volatile boolean stopsAtExit;

    private LocalStack(StackOptions options, StateLock lock, Progress progress) {
        this.setting = StackSetting.of(options);
        this.parts = new StackParts(setting, progress);
        this.lock = lock;
    }

    /**
     * Starts the parts and returns when all are ready. They end with {@link #close()} or with this process.
     *
     * @throws StackException when a part does not start; nothing is left running then
     */
    public static LocalStack start(StackOptions options) {
        if (options.parts().contains(StackPart.KEYCLOAK) && !Files.exists(options.state())) {
            new StateTemplate(Checkout.around().cache()).copyTo(options.state());
        }
        return startFromNothing(options);
    }

    static LocalStack startFromNothing(StackOptions options) {
        LocalStack stack = of(options, Progress.silent());
        stack.stopsAtExit = true;
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        try {
            stack.launch();
            stack.awaitKeycloak();
            return stack;
        } catch (StackException e) {
            stack.close();
            throw e;
        }
    }

    /**
     * A stack that is not started yet: for a caller who starts other things while Keycloak starts, and who stops all of
     * them in order at the end of this process.
     *
     * @param progress hears of each step
     * @throws StackException when another stack runs on the state directory
     */
    public static LocalStack of(StackOptions options, Progress progress) {
        StateLock lock = StateLock.tryTake(options.state())
                .orElseThrow(() -> new StackException("Another stack runs on " + options.state() + "."));
        return new LocalStack(options, lock, progress);
    }

    /**
     * Starts the parts and returns when all but Keycloak are ready.
     *
     * @throws StackException when a part does not start; {@link #close()} is still to be called
     */
    public void launch() {
        parts.start();
    }

    /** Returns when Keycloak is ready; at once when it is no part of the stack. */
    public void awaitKeycloak() {
        parts.awaitKeycloak();
    }

    /** Stops the parts; a throwaway state is removed. Can be called again, and while the parts start. */
    @Override
    public void close() {
        if (stopsAtExit) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // The process is ending and the hook itself does the work.
                return;
            }
        }
        stop();
    }

    /** PostgreSQL, for stopping, starting and killing it. */
    public PostgresServer postgres() {
        return parts.postgres();
    }

    /** Kafka, for stopping and starting it. */
    public KafkaBroker kafka() {
        return parts.kafka();
    }

    /** Keycloak, for stopping, starting and killing it. */
    public KeycloakServer keycloak() {
        return parts.keycloak();
    }

    /** The simulator, for faults and for what it accepted. */
    public ChannelSimulator simulator() {
        return parts.simulator();
    }

    /** Where the simulator notes every message that it accepted, one JSON object a line. */
    public Path simulatorRecords() {
        return setting.layout().simulatorRecords();
    }

    /** The port of PostgreSQL on 127.0.0.1. */
    public int postgresPort() {
        return postgres().port();
    }

    /** What Kafka clients connect to. */
    public String kafkaBootstrap() {
        return kafka().bootstrap();
    }

    /** The issuer of tokens, also the base of the identity provider's addresses. */
    public String keycloakIssuer() {
        return keycloak().issuer();
    }

    /** The password of a database role: {@code postgres}, {@code ingest}, {@code triage}, {@code reply} or
     * {@code keycloak}. */
    public String password(String role) {
        return setting.passwords().value(role);
    }

    /** The secrets that the directory names, and {@code tracking} and {@code sigap-desk}. */
    public Secrets secrets() {
        return setting.secrets();
    }

    /** The directory of agencies with this stack's addresses. */
    public Path directory() {
        return setting.layout().directory();
    }

    /** The ports of the stack. */
    public StackPorts ports() {
        return setting.ports();
    }

    /** Whether it is there for a test only and leaves nothing behind. */
    boolean isThrowaway() {
        return setting.options().throwaway();
    }

    /** The state directory. */
    public Path state() {
        return setting.options().state();
    }

    /** Completes when a part fails after which the stack is of no use, e.g. Kafka on a full disk. */
    public CompletableFuture<StackException> fatal() {
        return parts.fatal();
    }

    /**
     * What a service of this stack is told by its environment.
     *
     * @param service name of its module, e.g. {@code ingest-service}
     */
    public Map<String, String> serviceEnvironment(String service) {
        return new ServiceConfiguration(setting).environment(service);
    }

    /** The same as configuration properties, without the HTTP address, which a test chooses itself. */
    public Map<String, String> serviceProperties(String service) {
        return new ServiceConfiguration(setting).properties(service);
    }

    private synchronized void stop() {
        try {
            parts.stop();
            if (isThrowaway()) {
                PrivateFiles.deleteTree(setting.options().state());
            }
        } finally {
            lock.close();
        }
    }
}
