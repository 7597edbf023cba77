package id.sigap.local.postgres;

import id.sigap.local.process.ChildProcess;
import id.sigap.local.process.PidFile;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.Signal;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL server on loopback with passwords (SCRAM) for every role. It survives what befalls a developer's
 * machine: a server whose launcher was killed is found by its pid file and stopped before the directory is reopened.
 */
public final class PostgresServer {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration ORPHANS_PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "postgres";

    private final PostgresOptions options;
    private final PostgresBinaries binaries;
    private @Nullable ChildProcess process;

    private PostgresServer(PostgresOptions options, PostgresBinaries binaries) {
        this.options = options;
        this.binaries = binaries;
    }

    /**
     * Starts a server on a new or an existing data directory and returns when it takes connections.
     *
     * @throws StackException when it does not start
     */
    public static PostgresServer start(PostgresOptions options) {
        PostgresServer server =
                new PostgresServer(options, PostgresBinaries.unpacked(options.cache(), options.version()));
        server.start();
        return server;
    }

    /** Starts the server again on the same port and data after {@link #stop()} or {@link #kill()}. */
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        if (!Files.exists(options.data().resolve("PG_VERSION"))) {
            initialise();
        }
        endOrphan(options.data());
        Instant deadline = Instant.now().plus(ORPHANS_PATIENCE);
        while (true) {
            ChildProcess started = launch();
            process = started;
            try {
                awaitConnections(started);
                return;
            } catch (StackException e) {
                if (!childrenOfAKilledServerRemain(e) || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private ChildProcess launch() {
        return ChildProcess.start(new ChildProcess.Plan(
                NAME,
                OrdinaryUser.command(serverCommand()),
                Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"),
                options.data(),
                options.run(),
                options.logs(),
                Signal.INTERRUPT));
    }

    /**
     * Whether a start was refused because of processes that a killed server left behind. They end by themselves as soon as
     * they see that it is gone, and until then PostgreSQL rightly starts no other on its data.
     */
    private static boolean childrenOfAKilledServerRemain(StackException refused) {
        return Arrays.stream(refused.getSuppressed())
                .anyMatch(line -> String.valueOf(line.getMessage()).contains("pre-existing shared memory block"));
    }

    /** Stops the server, ending open connections; nothing committed is lost. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    /** Ends the server as a power cut would end the process: recovery runs at the next start. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return options.port();
    }

    /** The process id of the running server. */
    public long pid() {
        ChildProcess current = process;
        if (current == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return current.pid();
    }

    /** Completes when the running server ends. */
    public CompletableFuture<ChildProcess> onExit() {
        ChildProcess current = process;
        if (current == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return current.onExit();
    }

    /** A connection of the superuser. The caller closes it. */
    public Connection superuser(String database) throws SQLException {
        return connect("postgres", options.superuserPassword(), database);
    }

    /** A connection of any role. The caller closes it. */
    public Connection connect(String role, String password, String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {options.port()});
        source.setDatabaseName(database);
        source.setUser(role);
        source.setPassword(password);
        source.setConnectTimeout(5);
        return source.getConnection();
    }

    /** Ends a server that still runs on the data directory although its launcher is gone. */
    public static void endOrphan(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            // Line 1 is the process id, line 3 the start time in epoch seconds (storage/pidfile.h of PostgreSQL).
            List<String> lines = Files.readAllLines(file);
            if (lines.size() >= 3) {
                PidFile.living(
                                Long.parseLong(lines.get(0).trim()),
                                Instant.ofEpochSecond(
                                        Long.parseLong(lines.get(2).trim())))
                        .ifPresent(orphan -> Signal.INTERRUPT.end(orphan, STOP_PATIENCE));
            }
        } catch (IOException | NumberFormatException e) {
            // No such file, or one cut short by a full disk: PostgreSQL itself judges what is left.
            return;
        }
    }

    private void initialise() {
        PrivateFiles.deleteTree(options.data());
        PrivateFiles.directoryOf(options.data());
        PrivateFiles.directory(options.logs());
        Path passwordFile = options.data().resolveSibling("superuser.tmp");
        PrivateFiles.write(passwordFile, options.superuserPassword() + "\n");
        Path log = options.logs().resolve("initdb.log");
        try {
            Process initdb = new ProcessBuilder(OrdinaryUser.command(List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + options.data(),
                            "--username=postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            "--no-sync",
                            "--no-instructions")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (initdb.waitFor() != 0) {
                throw new StackException("PostgreSQL could not create its data directory. See " + log);
            }
        } catch (IOException e) {
            throw new StackException("Cannot run PostgreSQL's initdb: " + PrivateFiles.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while PostgreSQL created its data directory.", e);
        } finally {
            PrivateFiles.deleteTree(passwordFile);
        }
    }

    private List<String> serverCommand() {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("postgres").toString(), "-D", options.data().toString()));
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return command;
    }

    /** Sized for two cores that are shared with everything else. */
    private Map<String, String> settings() {
        String durable = options.durable() ? "on" : "off";
        return Map.ofEntries(
                Map.entry("port", Integer.toString(options.port())),
                Map.entry("listen_addresses", "127.0.0.1"),
                // TCP only: a socket's path may not exceed 107 bytes, a developer's directory may.
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "60"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("work_mem", "8MB"),
                // At 500 messages a second half a gigabyte is full after 28 s; every page is then logged whole once
                // more.
                Map.entry("max_wal_size", options.durable() ? "4GB" : "512MB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("max_parallel_workers", "2"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("lc_messages", "C"),
                Map.entry("fsync", durable),
                Map.entry("synchronous_commit", durable),
                Map.entry("full_page_writes", durable));
    }

    private void awaitConnections(ChildProcess started) {
        Instant deadline = Instant.now().plus(START_PATIENCE);
        while (true) {
            try (Connection connection = superuser("postgres");
                    Statement statement = connection.createStatement();
                    ResultSet one = statement.executeQuery("select 1")) {
                if (one.next()) {
                    return;
                }
            } catch (SQLException e) {
                if (!started.isAlive()) {
                    throw started.failure("PostgreSQL ended while it started");
                }
                if (Instant.now().isAfter(deadline)) {
                    started.stop(STOP_PATIENCE);
                    throw started.failure("PostgreSQL took no connection within " + START_PATIENCE.toSeconds() + " s");
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while PostgreSQL started.", e);
        }
    }
}
