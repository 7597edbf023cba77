package id.sigap.local;

import id.sigap.local.kafka.KafkaBroker;
import id.sigap.local.kafka.KafkaOptions;
import id.sigap.local.keycloak.KeycloakOptions;
import id.sigap.local.keycloak.KeycloakServer;
import id.sigap.local.keycloak.RealmFile;
import id.sigap.local.postgres.PostgresOptions;
import id.sigap.local.postgres.PostgresServer;
import id.sigap.local.process.FreePorts;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import id.sigap.local.simulator.ChannelSimulator;
import id.sigap.local.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    private final StackOptions options;
    private final Checkout checkout;
    private final StateLayout layout;
    private final StateLock lock;
    private final Secrets passwords;
    private final Secrets secrets;
    private final CompletableFuture<StackException> fatal = new CompletableFuture<>();
    private final Thread atExit = new Thread(this::stopParts, "sigap-stack-stop");
    private final Progress progress;
    private volatile boolean stopsAtExit;
    private Instant keycloakBegun = Instant.now();
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;
    private @Nullable KeycloakServer keycloak;
    private @Nullable ChannelSimulator simulator;

    private LocalStack(StackOptions options, StateLock lock, Progress progress) {
        this.options = options;
        this.lock = lock;
        this.progress = progress;
        this.checkout = Checkout.around();
        this.layout = StateLayout.of(options.state());
        this.passwords = new Secrets(layout.passwords());
        this.secrets = new Secrets(layout.secrets());
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
        LocalStack stack = launch(options, Progress.silent());
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        stack.stopsAtExit = true;
        try {
            stack.awaitKeycloak();
        } catch (StackException e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    /**
     * As {@link #start}, but returns while Keycloak still starts, as the services can start meanwhile, and leaves the
     * stop at the end of this process to the caller, who has other things to stop first.
     *
     * @param progress hears of each step
     */
    public static LocalStack launch(StackOptions options, Progress progress) {
        StateLock lock = StateLock.tryTake(options.state())
                .orElseThrow(() -> new StackException("Another stack runs on " + options.state() + "."));
        LocalStack stack = new LocalStack(options, lock, progress);
        try {
            stack.startParts();
            return stack;
        } catch (StackException e) {
            stack.close();
            throw e;
        }
    }

    /** Returns when Keycloak is ready; at once when it is no part of the stack. */
    public void awaitKeycloak() {
        KeycloakServer launched = keycloak;
        if (launched != null) {
            launched.awaitReady();
            progress.done(
                    "Keycloak",
                    "http://localhost:" + options.ports().keycloak(),
                    Duration.between(keycloakBegun, Instant.now()));
            PrivateFiles.write(layout.realmFingerprint(), Realm.fingerprint());
        }
    }

    /** Stops the parts; a throwaway state is removed. Can be called again. */
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
        stopParts();
    }

    /** PostgreSQL, for stopping, starting and killing it. */
    public PostgresServer postgres() {
        return part(postgres, StackPart.POSTGRES);
    }

    /** Kafka, for stopping and starting it. */
    public KafkaBroker kafka() {
        return part(kafka, StackPart.KAFKA);
    }

    /** Keycloak, for stopping, starting and killing it. */
    public KeycloakServer keycloak() {
        return part(keycloak, StackPart.KEYCLOAK);
    }

    /** The simulator, for faults and for what it accepted. */
    public ChannelSimulator simulator() {
        return part(simulator, StackPart.SIMULATOR);
    }

    /** Where the simulator notes every message that it accepted, one JSON object a line. */
    public Path simulatorRecords() {
        return layout.simulatorRecords();
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

    /** The password of a database role: {@code postgres}, {@code ingest}, {@code reply} or {@code keycloak}. */
    public String password(String role) {
        return passwords.value(role);
    }

    /** The secrets that the directory names, and {@code tracking} and {@code sigap-desk}. */
    public Secrets secrets() {
        return secrets;
    }

    /** The directory of agencies with this stack's addresses. */
    public Path directory() {
        return layout.directory();
    }

    /** The ports of the stack. */
    public StackPorts ports() {
        return options.ports();
    }

    /** The state directory. */
    public Path state() {
        return options.state();
    }

    /** Completes when a part fails after which the stack is of no use, e.g. Kafka on a full disk. */
    public CompletableFuture<StackException> fatal() {
        return fatal;
    }

    /**
     * What a service of this stack is told by its environment.
     *
     * @param service name of its module, e.g. {@code ingest-service}
     */
    public Map<String, String> serviceEnvironment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        serviceProperties(service)
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().ofService(service)));
        return environment;
    }

    /** The same as configuration properties, without the HTTP address, which a test chooses itself. */
    public Map<String, String> serviceProperties(String service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("sigap.directory.path", layout.directory().toString());
        properties.put("sigap.secrets.path", layout.secrets().toString());
        properties.put(
                "sigap.public-url.reply", "http://localhost:" + options.ports().reply());
        if (kafka != null) {
            properties.put("kafka.bootstrap.servers", kafkaBootstrap());
        }
        databaseRole(service).filter(role -> postgres != null).ifPresent(role -> {
            properties.put("sigap.db.host", "127.0.0.1");
            properties.put("sigap.db.port", Integer.toString(postgresPort()));
            properties.put("sigap.db.name", "sigap");
            properties.put("sigap.db.password", password(role));
        });
        if (keycloak != null) {
            properties.put("quarkus.oidc.auth-server-url", keycloakIssuer());
            properties.put("quarkus.oidc.credentials.secret", secrets.value("sigap-desk"));
        }
        properties.put("sigap.state.path", layout.ofService(service).toString());
        return properties;
    }

    private static Optional<String> databaseRole(String service) {
        return switch (service) {
            case "ingest-service" -> Optional.of("ingest");
            case "reply-service" -> Optional.of("reply");
            default -> Optional.empty();
        };
    }

    private void startParts() {
        Orphans.end(options.state());
        requireFreePorts();
        CompletableFuture<Void> keycloakPrepared = inBackground(this::prepareKeycloak);
        List<CompletableFuture<Void>> steps = List.of(
                inBackground(this::prepareFiles).thenRun(this::startSimulator),
                inBackground(this::startKafka),
                inBackground(this::startPostgres)
                        .thenCombine(keycloakPrepared, (database, programs) -> database)
                        .thenRun(this::launchKeycloak));
        StackException failure = null;
        for (CompletableFuture<Void> step : steps) {
            try {
                step.join();
            } catch (CompletionException e) {
                failure = failure == null ? StackException.of(e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Not in the common pool: on a small machine that has a single thread. */
    private static CompletableFuture<Void> inBackground(Runnable step) {
        return CompletableFuture.runAsync(step, runnable -> {
            Thread thread = new Thread(runnable, "sigap-stack-start");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void prepareFiles() {
        RenderedDirectory.render(checkout.demoDirectory(), layout.directory(), options.ports())
                .forEach(secrets::value);
        secrets.value("sigap-desk");
    }

    private void startSimulator() {
        if (options.parts().contains(StackPart.SIMULATOR)) {
            StackPorts ports = options.ports();
            PrivateFiles.directoryOf(layout.simulatorRecords());
            simulator = timed(
                    "Channel simulator",
                    "http://localhost:" + ports.simulator(),
                    () -> ChannelSimulator.start(SimulatorOptions.of(
                                    RenderedDirectory.load(layout.directory()),
                                    name -> Optional.of(secrets.value(name)),
                                    URI.create("http://127.0.0.1:" + ports.ingest()))
                            .withPort(ports.simulator())
                            .withRecordFile(layout.simulatorRecords())));
        }
    }

    private void startKafka() {
        if (options.parts().contains(StackPart.KAFKA)) {
            kafka = timed(
                    "Kafka",
                    "127.0.0.1:" + options.ports().kafka(),
                    () -> KafkaBroker.start(
                            new KafkaOptions(options.ports().kafka(), layout.kafka()), fatal::complete));
        }
    }

    private void startPostgres() {
        if (options.parts().contains(StackPart.POSTGRES)) {
            postgres = timed("PostgreSQL", "127.0.0.1:" + options.ports().postgres(), () -> {
                PostgresServer server = PostgresServer.start(new PostgresOptions(
                        options.ports().postgres(),
                        layout.postgres(),
                        checkout.cache(),
                        layout.run(),
                        layout.logs(),
                        Checkout.postgresVersion(),
                        passwords.value("postgres"),
                        options.durable()));
                // Before the databases are there: a failure must find the server to stop it.
                postgres = server;
                new Databases(server, passwords).create();
                return server;
            });
        }
    }

    private void prepareKeycloak() {
        if (options.parts().contains(StackPart.KEYCLOAK)
                && !KeycloakServer.isPrepared(checkout.cache(), Checkout.keycloakVersion())) {
            timed("Keycloak's one-time build", "", () -> {
                KeycloakServer.prepare(checkout.cache(), checkout.keycloakZip(), Checkout.keycloakVersion());
                return this;
            });
        }
    }

    private void launchKeycloak() {
        if (!options.parts().contains(StackPart.KEYCLOAK)) {
            return;
        }
        boolean current = realmIsCurrent();
        if (!current) {
            new Databases(postgres(), passwords).forgetRealm();
        }
        progress.begun("Keycloak");
        keycloakBegun = Instant.now();
        keycloak = KeycloakServer.launch(new KeycloakOptions(
                options.ports().keycloak(),
                layout.keycloak(),
                checkout.cache(),
                checkout.keycloakZip(),
                Checkout.keycloakVersion(),
                layout.run(),
                layout.logs(),
                options.ports().postgres(),
                passwords.value("keycloak"),
                passwords.value("keycloak-admin"),
                current ? null : RealmFile.local(secrets.value("sigap-desk"))));
    }

    private boolean realmIsCurrent() {
        try {
            return Files.exists(layout.realmFingerprint())
                    && Files.readString(layout.realmFingerprint()).equals(Realm.fingerprint());
        } catch (IOException e) {
            return false;
        }
    }

    private void requireFreePorts() {
        requireFree(
                StackPart.POSTGRES, "PostgreSQL", "postgres", options.ports().postgres());
        requireFree(StackPart.KAFKA, "Kafka", "kafka", options.ports().kafka());
        requireFree(
                StackPart.SIMULATOR,
                "the channel simulator",
                "simulator",
                options.ports().simulator());
        requireFree(StackPart.KEYCLOAK, "Keycloak", "keycloak", options.ports().keycloak());
    }

    private void requireFree(StackPart part, String name, String option, int port) {
        if (options.parts().contains(part) && !FreePorts.isFree(port)) {
            throw StackException.portTaken(name, option, port);
        }
    }

    private <T> T timed(String step, String detail, Supplier<T> work) {
        Instant begun = Instant.now();
        progress.begun(step);
        T result = work.get();
        progress.done(step, detail, Duration.between(begun, Instant.now()));
        return result;
    }

    private synchronized void stopParts() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
        if (keycloak != null) {
            keycloak.stop();
        }
        if (kafka != null) {
            kafka.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
        if (options.throwaway()) {
            PrivateFiles.deleteTree(options.state());
        }
        lock.close();
    }

    private static <T> T part(@Nullable T part, StackPart name) {
        if (part == null) {
            throw new IllegalStateException(name + " is no part of this stack");
        }
        return part;
    }
}
