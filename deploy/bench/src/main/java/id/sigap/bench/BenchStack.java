package id.sigap.bench;

import id.sigap.local.LocalStack;
import id.sigap.local.ServiceProcess;
import id.sigap.local.StackOptions;
import id.sigap.local.StackPart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The system under load, in a process of its own, so that its Kafka does not share a heap with the citizens. Commits are
 * forced to the disk. Tells the bench its addresses on the standard output and ends with its standard input.
 */
final class BenchStack {

    private static final int LOG_FILE_MEGABYTES = 16;

    /** For some ten minutes at 500 messages a second, within the server's {@code max_wal_size} of 4 GB. */
    private static final int LOG_FILES = 192;

    private BenchStack() {}

    /**
     * Runs until the standard input ends. The first argument is the state directory, which must not exist; the second, if
     * it is there and not empty, the services to start, separated by commas, instead of all.
     */
    public static void main(String[] args) throws Exception {
        StackOptions options = StackOptions.forTests(StackPart.POSTGRES, StackPart.KAFKA, StackPart.KEYCLOAK)
                .keptIn(Path.of(args[0]))
                .durably();
        try (LocalStack stack = LocalStack.start(options)) {
            recordCommitTimes(stack);
            writeLogRound(stack);
            List<ServiceProcess> services = new ArrayList<>();
            try {
                for (String service : wanted(args)) {
                    services.add(ServiceProcess.launch(stack, service));
                }
                services.forEach(ServiceProcess::awaitReady);
                services.forEach(service -> tell("pid." + service.service(), service.pid()));
                describe(stack);
                while (System.in.read() >= 0) {
                    // The bench closes the stream when it has measured enough, and so does its death.
                }
            } finally {
                services.forEach(ServiceProcess::terminate);
            }
        }
    }

    private static List<String> wanted(String[] args) {
        return args.length < 2 || args[1].isEmpty() ? ServiceProcess.ALL : List.of(args[1].split(","));
    }

    private static void describe(LocalStack stack) {
        tell("pid.PostgreSQL", stack.postgres().pid());
        tell("pid.Kafka", ProcessHandle.current().pid());
        tell("pid.Keycloak", stack.keycloak().pid());
        tell("kafka", stack.kafkaBootstrap());
        tell("postgres", stack.postgresPort());
        tell("postgres.password", stack.password("postgres"));
        tell("ingest", stack.ports().ofService("ingest-service"));
        tell("metrics", stack.ports().ofService("metrics-service"));
        tell("issuer", stack.keycloakIssuer());
        tell("app-secret", stack.secrets().value("kemenhub-wa-app-secret"));
        tell("ready", true);
    }

    /** So that the server itself tells when a draft was committed. Takes a restart of the server. */
    private static void recordCommitTimes(LocalStack stack) throws SQLException {
        try (Connection connection = stack.postgres().superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
            statement.execute("alter system set min_wal_size = '" + LOG_FILES * LOG_FILE_MEGABYTES + "MB'");
        }
        stack.postgres().stop();
        stack.postgres().start();
    }

    /**
     * Makes the files of the write-ahead log that a server in service writes over again and again. A server that has just
     * been made has none: it fills each new file with zeros and forces it to the disk while every commit waits, 60 to 80
     * ms for every 16 MB, which at 500 messages a second is every three seconds.
     */
    private static void writeLogRound(LocalStack stack) throws SQLException {
        try (Connection connection = stack.postgres().superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (int file = 0; file < LOG_FILES; file++) {
                statement.execute(
                        "select pg_logical_emit_message(false, 'bench', 'one record, so that there is something to "
                                + "switch from'), pg_switch_wal()");
            }
            statement.execute("checkpoint");
        }
    }

    private static void tell(String name, Object value) {
        System.out.println("bench." + name + "=" + value); // the bench reads these lines
    }
}
