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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts the wanted parts, at the same time where none leans on another, and stops them in reverse. Keycloak, which
 * takes longest, is awaited apart.
 */
final class StackParts {

    private final StackSetting setting;
    private final Progress progress;
    private final CompletableFuture<StackException> fatal = new CompletableFuture<>();
    private final CompletableFuture<Void> keycloakLaunched = new CompletableFuture<>();
    private volatile List<CompletableFuture<Void>> steps = List.of();
    private volatile boolean stopping;
    private volatile Instant keycloakBegun = Instant.now();
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable KafkaBroker kafka;
    private volatile @Nullable KeycloakServer keycloak;
    private volatile @Nullable ChannelSimulator simulator;

    StackParts(StackSetting setting, Progress progress) {
        this.setting = setting;
        this.progress = progress;
    }

    /** Starts all; returns when all but Keycloak are ready. */
    void start() {
        Orphans.end(setting.options().state());
        requireFreePorts();
        CompletableFuture<Void> keycloakPrepared = inBackground(this::prepareKeycloak);
        CompletableFuture<Void> database = inBackground(this::startPostgres);
        steps = List.of(
                inBackground(this::prepareFiles).thenRun(this::startSimulator),
                inBackground(this::startKafka),
                database);
        database.thenCombine(keycloakPrepared, (ready, prepared) -> ready)
                .thenRun(this::launchKeycloak)
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        keycloakLaunched.complete(null);
                    } else {
                        keycloakLaunched.completeExceptionally(StackException.of(failure));
                    }
                });
        steps.stream()
                .map(StackParts::failureOf)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    /** Returns when Keycloak is ready; at once when it is not wanted. */
    void awaitKeycloak() {
        failureOf(keycloakLaunched).ifPresent(failure -> {
            throw failure;
        });
        KeycloakServer launched = keycloak;
        if (launched != null) {
            launched.awaitReady();
            progress.done(
                    "Keycloak",
                    "http://localhost:" + setting.ports().keycloak(),
                    Duration.between(keycloakBegun, Instant.now()));
            PrivateFiles.write(setting.layout().realmFingerprint(), Realm.fingerprint());
        }
    }

    /** Stops what was started; what is just starting is awaited first, so that nothing is left behind. */
    synchronized void stop() {
        stopping = true;
        steps.forEach(StackParts::failureOf);
        if (!steps.isEmpty()) {
            failureOf(keycloakLaunched);
        }
        List<RuntimeException> failures = new ArrayList<>();
        Stream.<Runnable>of(
                        () -> Optional.ofNullable(simulator).ifPresent(ChannelSimulator::close),
                        () -> Optional.ofNullable(keycloak).ifPresent(KeycloakServer::stop),
                        () -> Optional.ofNullable(kafka).ifPresent(KafkaBroker::stop),
                        () -> Optional.ofNullable(postgres).ifPresent(PostgresServer::stop))
                .forEach(step -> {
                    try {
                        step.run();
                    } catch (RuntimeException e) {
                        failures.add(e); // the others are stopped all the same
                    }
                });
        simulator = null;
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    /** Completes when a part fails after which the others are of no use. */
    CompletableFuture<StackException> fatal() {
        return fatal;
    }

    PostgresServer postgres() {
        return part(postgres, StackPart.POSTGRES);
    }

    KafkaBroker kafka() {
        return part(kafka, StackPart.KAFKA);
    }

    KeycloakServer keycloak() {
        return part(keycloak, StackPart.KEYCLOAK);
    }

    ChannelSimulator simulator() {
        return part(simulator, StackPart.SIMULATOR);
    }

    private static Optional<StackException> failureOf(CompletableFuture<Void> step) {
        try {
            step.join();
            return Optional.empty();
        } catch (CompletionException e) {
            return Optional.of(StackException.of(e));
        }
    }

    private static <T> T part(@Nullable T part, StackPart name) {
        if (part == null) {
            throw new IllegalStateException(name + " is no part of this stack");
        }
        return part;
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
        RenderedDirectory.render(
                        setting.checkout().demoDirectory(), setting.layout().directory(), setting.ports())
                .forEach(setting.secrets()::value);
        setting.secrets().value(StackSetting.DESK_SECRET);
    }

    private void startSimulator() {
        if (setting.has(StackPart.SIMULATOR)) {
            StackPorts ports = setting.ports();
            PrivateFiles.directoryOf(setting.layout().simulatorRecords());
            simulator = timed(
                    "Channel simulator",
                    "http://localhost:" + ports.simulator(),
                    () -> ChannelSimulator.start(SimulatorOptions.of(
                                    RenderedDirectory.load(setting.layout().directory()),
                                    name -> Optional.of(setting.secrets().value(name)),
                                    URI.create("http://127.0.0.1:" + ports.ingest()))
                            .withPort(ports.simulator())
                            .withRecordFile(setting.layout().simulatorRecords())));
        }
    }

    private void startKafka() {
        if (setting.has(StackPart.KAFKA)) {
            kafka = timed(
                    "Kafka",
                    "127.0.0.1:" + setting.ports().kafka(),
                    () -> KafkaBroker.start(
                            new KafkaOptions(
                                    setting.ports().kafka(), setting.layout().kafka()),
                            fatal::complete));
        }
    }

    private void startPostgres() {
        if (setting.has(StackPart.POSTGRES)) {
            postgres = timed("PostgreSQL", "127.0.0.1:" + setting.ports().postgres(), () -> {
                PostgresServer server = PostgresServer.start(new PostgresOptions(
                        setting.ports().postgres(),
                        setting.layout().postgres(),
                        setting.checkout().cache(),
                        setting.layout().run(),
                        setting.layout().logs(),
                        Checkout.postgresVersion(),
                        setting.passwords().value("postgres"),
                        setting.options().durable()));
                // Before the databases are there: a failure must find the server to stop it.
                postgres = server;
                new Databases(server, setting.passwords()).create();
                return server;
            });
        }
    }

    private void prepareKeycloak() {
        if (setting.has(StackPart.KEYCLOAK)
                && !KeycloakServer.isPrepared(setting.checkout().cache(), Checkout.keycloakVersion())) {
            timed("Keycloak's one-time build", "", () -> {
                KeycloakServer.prepare(
                        setting.checkout().cache(), setting.checkout().keycloakZip(), Checkout.keycloakVersion());
                return this;
            });
        }
    }

    private void launchKeycloak() {
        PostgresServer database = postgres;
        if (stopping || database == null || !setting.has(StackPart.KEYCLOAK)) {
            return;
        }
        boolean current = realmIsCurrent();
        if (!current) {
            new Databases(database, setting.passwords()).forgetRealm();
        }
        progress.begun("Keycloak");
        keycloakBegun = Instant.now();
        keycloak = KeycloakServer.launch(new KeycloakOptions(
                setting.ports().keycloak(),
                setting.layout().keycloak(),
                setting.checkout().cache(),
                setting.checkout().keycloakZip(),
                Checkout.keycloakVersion(),
                setting.layout().run(),
                setting.layout().logs(),
                setting.ports().postgres(),
                setting.passwords().value("keycloak"),
                setting.passwords().value("keycloak-admin"),
                current ? null : RealmFile.local(setting.secrets().value(StackSetting.DESK_SECRET))));
    }

    private boolean realmIsCurrent() {
        try {
            return Files.exists(setting.layout().realmFingerprint())
                    && Files.readString(setting.layout().realmFingerprint()).equals(Realm.fingerprint());
        } catch (IOException e) {
            return false;
        }
    }

    private void requireFreePorts() {
        requireFree(
                StackPart.POSTGRES, "PostgreSQL", "postgres", setting.ports().postgres());
        requireFree(StackPart.KAFKA, "Kafka", "kafka", setting.ports().kafka());
        requireFree(
                StackPart.SIMULATOR,
                "the channel simulator",
                "simulator",
                setting.ports().simulator());
        requireFree(StackPart.KEYCLOAK, "Keycloak", "keycloak", setting.ports().keycloak());
    }

    private void requireFree(StackPart part, String name, String option, int port) {
        if (setting.has(part) && !FreePorts.isFree(port)) {
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
}
