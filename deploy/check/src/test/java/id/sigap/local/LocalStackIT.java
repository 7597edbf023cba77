package id.sigap.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Topics;
import id.sigap.local.process.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stack with all its parts, once for all tests. */
class LocalStackIT {

    private static final Path STATE = Path.of("target", "local-stack-it");

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        PrivateFiles.deleteTree(STATE);
        stack = LocalStack.start(options());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void anAgentHasTheRoleAndTheAgencyInTheToken() throws Exception {
        // When
        JsonNode claims = new Tokens(stack.keycloakIssuer()).ofPerson("sari");

        // Then
        assertEquals(stack.keycloakIssuer(), claims.path("iss").asText());
        assertEquals(Set.of("kemenhub-contoh"), texts(claims.path("agency")));
        assertTrue(texts(claims.path("realm_access").path("roles")).contains("agent"));
        assertTrue(texts(claims.path("aud")).contains("sigap"), () -> claims.toString());
    }

    @Test
    void everyPersonOfTheDemoHasOneRoleInOneAgency() throws Exception {
        Tokens tokens = new Tokens(stack.keycloakIssuer());
        Set<String> all = Set.of("agent", "supervisor", "operator", "auditor", "integration");
        for (Map.Entry<String, List<String>> person : Map.of(
                        "sari", List.of("agent", "kemenhub-contoh"),
                        "budi", List.of("supervisor", "kemenhub-contoh"),
                        "rina", List.of("operator", "kemenhub-contoh"),
                        "dewi", List.of("auditor", "kemenhub-contoh"),
                        "joko", List.of("agent", "kemenkes-contoh"),
                        "wati", List.of("supervisor", "kemenkes-contoh"))
                .entrySet()) {
            // When
            JsonNode claims = tokens.ofPerson(person.getKey());

            // Then
            Set<String> roles = texts(claims.path("realm_access").path("roles"));
            roles.retainAll(all);
            assertEquals(Set.of(person.getValue().get(0)), roles, person.getKey());
            assertEquals(Set.of(person.getValue().get(1)), texts(claims.path("agency")), person.getKey());
        }
    }

    @Test
    void anotherSystemActsForBothAgencies() throws Exception {
        // When
        Tokens tokens = new Tokens(stack.keycloakIssuer());
        JsonNode claims = tokens.ofIntegration("local-only");
        JsonNode refused = tokens.ofIntegration("something-else");

        // Then
        assertEquals(Set.of("kemenhub-contoh", "kemenkes-contoh"), texts(claims.path("agency")));
        assertTrue(texts(claims.path("realm_access").path("roles")).contains("integration"));
        assertTrue(texts(claims.path("aud")).contains("sigap"));
        assertEquals("unauthorized_client", refused.path("error").asText());
    }

    @Test
    void peopleLogInFromThisMachineOnly() throws Exception {
        // When
        int here = loginPage("http://localhost:8083/");
        int elsewhere = loginPage("https://elsewhere.example/");

        // Then
        assertEquals(200, here);
        assertEquals(400, elsewhere);
    }

    @Test
    void everyTopicIsThereWithItsDeadLetters() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
            // When
            List<String> names = new ArrayList<>(Topics.all());
            Topics.all().forEach(topic -> names.add(Topics.deadLetters(topic)));
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get(30, TimeUnit.SECONDS);

            // Then
            topics.forEach((name, topic) -> assertEquals(
                    name.endsWith(".dlq") ? 1 : Topics.PARTITIONS,
                    topic.partitions().size(),
                    name));
        }
    }

    @Test
    void recordsOutliveTheBroker() {
        // Given
        long before = recordsOn(Topics.ALERTS);
        publish(Topics.ALERTS, "before");

        // When
        stack.kafka().stop();
        stack.kafka().start();

        // Then
        publish(Topics.ALERTS, "after");
        assertEquals(before + 2, recordsOn(Topics.ALERTS));
    }

    @Test
    void rowsOutliveTheDatabaseServerEvenWhenItIsKilled() throws SQLException {
        // Given
        query("reply", "create table if not exists reply.kept (id serial)");
        query("reply", "insert into kept default values");
        long before = count("reply", "select count(*) from kept");
        agenciesOfAll();

        // When
        stack.postgres().stop();
        stack.postgres().start();
        query("reply", "insert into kept default values");
        CompletableFuture<Void> deaf = aQueryThatDoesNotSeeTheServerDie();
        stack.postgres().kill();
        stack.postgres().start();

        // Then
        deaf.exceptionally(ended -> null).join();
        assertEquals(before + 1, count("reply", "select count(*) from kept"));
        // Keycloak refuses nobody for a connection that lies dead in its pool.
        assertEquals(Set.of("kemenhub-contoh", "kemenkes-contoh"), agenciesOfAll());
    }

    @Test
    void noServiceReachesTheTablesOfAnother() throws SQLException {
        // Given
        query("ingest", "create table if not exists secret_of_ingest (id serial)");

        // When
        SQLException refused =
                assertThrows(SQLException.class, () -> count("reply", "select count(*) from ingest.secret_of_ingest"));
        SQLException wrongPassword = assertThrows(
                SQLException.class, () -> stack.postgres().connect("ingest", stack.password("reply"), "sigap"));

        // Then
        assertEquals("42501", refused.getSQLState());
        assertEquals("28P01", wrongPassword.getSQLState());
    }

    @Test
    void commitsAreDurableWhereDurabilityIsPromised() throws SQLException {
        assertEquals("on", text("ingest", "show fsync"));
        assertEquals("on", text("ingest", "show synchronous_commit"));
        assertEquals("on", text("ingest", "show full_page_writes"));
    }

    @Test
    void secretsAreForTheirOwnerOnly() throws IOException {
        Path secret = stack.secrets().folder().resolve("kemenhub-wa-app-secret");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        assertFalse(Files.readString(secret).isBlank());
        assertEquals(Files.readString(secret), stack.secrets().value("kemenhub-wa-app-secret"));
    }

    @Test
    void aServiceIsToldItsOwnDatabasePasswordOnly() {
        Map<String, String> ingest = stack.serviceEnvironment("ingest-service");
        Map<String, String> triage = stack.serviceEnvironment("triage-service");
        Map<String, String> metrics = stack.serviceEnvironment("metrics-service");

        assertEquals(stack.password("ingest"), ingest.get("SIGAP_DB_PASSWORD"));
        assertFalse(ingest.containsValue(stack.password("reply")));
        assertEquals(stack.password("triage"), triage.get("SIGAP_DB_PASSWORD"));
        assertFalse(metrics.containsKey("SIGAP_DB_PASSWORD"));
        assertEquals(stack.keycloakIssuer(), triage.get("QUARKUS_OIDC_AUTH_SERVER_URL"));
        assertEquals(stack.kafkaBootstrap(), triage.get("KAFKA_BOOTSTRAP_SERVERS"));
    }

    @Test
    void aKeptStateIsReopenedWithItsRecordsRowsAndPeople() throws Exception {
        // Given
        publish(Topics.CASES, "kept");
        long records = recordsOn(Topics.CASES);
        query("ingest", "create table if not exists reopened (id serial)");
        query("ingest", "insert into reopened default values");
        long rows = count("ingest", "select count(*) from reopened");
        String password = stack.password("ingest");

        // When
        stack.close();
        stack = LocalStack.start(options());

        // Then
        assertEquals(password, stack.password("ingest"));
        assertEquals(records, recordsOn(Topics.CASES));
        assertEquals(rows, count("ingest", "select count(*) from reopened"));
        assertEquals(
                Set.of("kemenhub-contoh"),
                texts(new Tokens(stack.keycloakIssuer()).ofPerson("budi").path("agency")));
    }

    private static StackOptions options() {
        return StackOptions.forTests(StackPart.POSTGRES, StackPart.KAFKA, StackPart.KEYCLOAK)
                .keptIn(STATE)
                .durably();
    }

    private static int loginPage(String redirect) throws IOException, InterruptedException {
        URI address = URI.create(stack.keycloakIssuer()
                + "/protocol/openid-connect/auth?client_id=sigap-desk&response_type=code&scope=openid&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static void publish(String topic, String value) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrap(), "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer())) {
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(topic, "key", value));
            producer.flush();
            assertTrue(sent.isDone());
        }
    }

    private static long recordsOn(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic, Duration.ofSeconds(30))) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static void query(String role, String sql) throws SQLException {
        try (Connection connection = stack.postgres().connect(role, stack.password(role), "sigap");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A backend that computes looks up from it too late to see that its server is gone, and keeps the data from a new one. */
    private static CompletableFuture<Void> aQueryThatDoesNotSeeTheServerDie() throws SQLException {
        CompletableFuture<Void> query = CompletableFuture.runAsync(() -> {
            try {
                query("reply", "select max(md5(n::text)) from generate_series(1, 3000000) n");
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
        Instant patience = Instant.now().plusSeconds(60);
        while (count("reply", "select count(*) from pg_stat_activity where query like 'select max%'") == 0) {
            assertTrue(Instant.now().isBefore(patience));
        }
        return query;
    }

    private static long count(String role, String sql) throws SQLException {
        return Long.parseLong(text(role, sql));
    }

    /** Everybody logs in at once, so that Keycloak opens several connections. */
    private static Set<String> agenciesOfAll() {
        Tokens tokens = new Tokens(stack.keycloakIssuer());
        return List.of("sari", "budi", "rina", "dewi", "joko", "wati").parallelStream()
                .flatMap(person -> {
                    try {
                        Set<String> agencies = texts(tokens.ofPerson(person).path("agency"));
                        assertFalse(agencies.isEmpty(), person);
                        return agencies.stream();
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(person, e);
                    }
                })
                .collect(Collectors.toSet());
    }

    private static String text(String role, String sql) throws SQLException {
        try (Connection connection = stack.postgres().connect(role, stack.password(role), "sigap");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }
}
