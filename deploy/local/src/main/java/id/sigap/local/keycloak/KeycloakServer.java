package id.sigap.local.keycloak;

import id.sigap.local.process.ChildProcess;
import id.sigap.local.process.FreePorts;
import id.sigap.local.process.HealthCheck;
import id.sigap.local.process.Java;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.Signal;
import id.sigap.local.process.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One Keycloak on loopback whose issuer is {@code http://localhost:<port>/realms/sigap}. */
public final class KeycloakServer {

    private static final Duration START_PATIENCE = Duration.ofSeconds(180);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final KeycloakOptions options;
    private final KeycloakHome home;
    private @Nullable ChildProcess process;
    private int managementPort;

    private KeycloakServer(KeycloakOptions options, KeycloakHome home) {
        this.options = options;
        this.home = home;
    }

    /** Whether the distribution was unpacked and built before; without, a start takes half a minute longer. */
    public static boolean isPrepared(Path cache, String version) {
        return KeycloakHome.isBuilt(cache, version);
    }

    /** Unpacks and builds the distribution when that was not done before. Needs no database. */
    public static void prepare(Path cache, Path zip, String version) {
        KeycloakHome.built(cache, zip, version);
    }

    /**
     * Launches the server and returns at once; {@link #awaitReady()} waits for it.
     *
     * @throws StackException when it cannot be launched
     */
    public static KeycloakServer launch(KeycloakOptions options) {
        KeycloakServer server =
                new KeycloakServer(options, KeycloakHome.built(options.cache(), options.zip(), options.version()));
        server.launch();
        return server;
    }

    /** Launches the server again after {@link #stop()} or {@link #kill()}. */
    public synchronized void launch() {
        if (process != null && process.isAlive()) {
            return;
        }
        home.linkInto(options.instance());
        provideRealm();
        managementPort = FreePorts.any();
        process = ChildProcess.start(new ChildProcess.Plan(
                "keycloak",
                command(),
                environment(),
                options.instance(),
                options.run(),
                options.logs(),
                Signal.TERMINATE));
    }

    /**
     * Returns when the server answers and its realm is there.
     *
     * @throws StackException when it ends or takes too long
     */
    public void awaitReady() {
        ChildProcess started = running();
        HealthCheck.await("Keycloak", "http://127.0.0.1:" + managementPort + "/health/ready", started, START_PATIENCE);
    }

    /** Stops the server. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    /** kill -9. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** The issuer of its tokens, also the base of its addresses. */
    public String issuer() {
        return "http://localhost:" + options.port() + "/realms/sigap";
    }

    /** Whether it runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The process id. */
    public long pid() {
        return running().pid();
    }

    /** Completes when the server ends. */
    public CompletableFuture<ChildProcess> onExit() {
        return running().onExit();
    }

    private void provideRealm() {
        Path imports = options.instance().resolve("data").resolve("import");
        String realm = options.realm();
        if (realm == null) {
            PrivateFiles.deleteTree(imports);
        } else {
            PrivateFiles.write(imports.resolve("sigap-realm.json"), realm);
        }
    }

    private ChildProcess running() {
        ChildProcess current = process;
        if (current == null) {
            throw new IllegalStateException("Keycloak was not launched");
        }
        return current;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Java.program());
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx384m",
                // Below what its classes take every start collects the whole heap for them.
                "-XX:MetaspaceSize=128m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                // It answers a few logins, so it is worth starting in half the time rather than peak speed.
                "-XX:TieredStopAtLevel=1",
                // Its classes are as they were released: a tenth of a start goes into proving that once more.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                // What Keycloak's own start script opens.
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                // Otherwise the first logins after PostgreSQL's end are refused with 400, one for each connection that
                // lies dead in the pool.
                "-Dquarkus.datasource.jdbc.foreground-validation-interval=500ms"));
        command.addAll(List.of(
                "-Dkc.home.dir=" + options.instance(),
                "-Djboss.server.config.dir=" + options.instance().resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.runner().toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(
                "start",
                "--optimized",
                // One node: no cluster, and so no port that listens beyond loopback.
                "--cache=local",
                // While it starts it is asked ten times a second whether it is ready.
                "--log-level=info,io.smallrye.health:error",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + options.port(),
                "--http-management-port=" + managementPort,
                "--hostname=http://localhost:" + options.port(),
                "--db-url=jdbc:postgresql://127.0.0.1:" + options.databasePort() + "/keycloak",
                "--db-username=keycloak",
                "--db-pool-initial-size=1",
                "--db-pool-min-size=1",
                "--db-pool-max-size=10"));
        if (options.realm() != null) {
            command.add("--import-realm");
        }
        return command;
    }

    /** Secrets go this way: a command line can be read by everybody on the machine. */
    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_PASSWORD",
                options.databasePassword(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                options.adminPassword(),
                "KC_HTTP_MANAGEMENT_HOST",
                "127.0.0.1");
    }
}
