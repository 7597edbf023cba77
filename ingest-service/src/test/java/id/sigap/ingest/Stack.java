package id.sigap.ingest;

import id.sigap.local.LocalStack;
import id.sigap.local.StackResource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What tests see of the stack beside the service: the tables, the topic, tokens and secrets. */
final class Stack {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Stack() {}

    static LocalStack stack() {
        return StackResource.stack();
    }

    static byte[] secret(String name) {
        return stack().secrets().value(name).getBytes(StandardCharsets.UTF_8);
    }

    /** One number that a query gives. */
    static long number(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement that gives nothing. */
    static void run(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One text that a query gives. */
    static String text(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows of the inbox have this text in their event. */
    static long rowsWith(String text) {
        return number("select count(*) from ingest.inbox where position(? in convert_from(value, 'UTF8')) > 0", text);
    }

    static long inboxRows() {
        return number("select count(*) from ingest.inbox");
    }

    /** All records of a topic that have this text, in the order of their partitions. */
    static List<ConsumerRecord<String, byte[]>> recordsWith(String topic, String text) {
        Properties config = new Properties();
        config.put("bootstrap.servers", stack().kafkaBootstrap());
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (new String(record.value(), StandardCharsets.UTF_8).contains(text)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The access token of a demo person. */
    static String person(String name) {
        return TOKENS.computeIfAbsent(
                name,
                person -> token(Map.of(
                        "grant_type", "password", "client_id", "sigap-cli", "username", person, "password", person)));
    }

    /** The access token of the demo system, which sees both agencies. */
    static String integration() {
        return TOKENS.computeIfAbsent(
                "sigap-integration",
                client -> token(Map.of(
                        "grant_type", "client_credentials", "client_id", client, "client_secret", "local-only")));
    }

    private static String token(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            String answer = HTTP.send(
                            HttpRequest.newBuilder(
                                            URI.create(stack().keycloakIssuer() + "/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return answer.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack().postgresPort() + "/sigap",
                "ingest",
                stack().password("ingest"));
    }
}
