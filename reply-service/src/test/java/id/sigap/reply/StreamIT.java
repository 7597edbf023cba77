package id.sigap.reply;

import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hints of changes reach who watches, whichever instance made them, and nobody of another agency. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class StreamIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @Test
    void whatAnotherInstanceDidIsToldToWhoMaySeeIt() {
        // Given watchers of two agencies
        List<String> ours = watch("kemenhub-contoh");
        List<String> theirs = watch("kemenkes-contoh");
        UUID changed = UUID.randomUUID();
        String notice =
                UUID.randomUUID() + "\nCASE|kemenhub-contoh|" + changed + "\nPRESENCE|kemenhub-contoh|" + changed;

        // When another instance says that a case changed
        await().atMost(PATIENCE).untilAsserted(() -> {
            tell(notice);
            tell("no instance\nCASE|kemenkes-contoh|" + changed);
            assertTrue(has(ours, "case-changed", changed), ours::toString);
            assertTrue(has(ours, "case-watched", changed), ours::toString);
            assertTrue(has(theirs, "case-changed", changed), theirs::toString);
        });

        // Then the other agency has heard of its own only
        assertTrue(theirs.stream().noneMatch(line -> line.contains("kemenhub")), theirs::toString);
    }

    @Test
    void whatThisInstanceDoesIsToldToTheOthers() throws SQLException {
        // Given another instance
        Citizen citizen = Citizen.onWhatsApp();
        try (Connection other = StackResource.stack().postgres().superuser("sigap");
                Statement listen = other.createStatement()) {
            listen.execute("listen reply_case_changes");

            // When a citizen writes, and somebody types
            publish(producer, citizen.complains("Kereta telat"));
            String id = caseOf(citizen).getString("caseId");
            as(SARI).body("{\"doing\":\"typing\"}").put("/api/v1/cases/" + id + "/presence");

            // Then it hears of both
            StringBuilder heard = new StringBuilder();
            await().atMost(PATIENCE).until(() -> {
                PGNotification[] notes = other.unwrap(PGConnection.class).getNotifications(200);
                Stream.of(notes == null ? new PGNotification[0] : notes)
                        .forEach(note -> heard.append(note.getParameter()));
                return heard.indexOf("CASE|kemenhub-contoh|" + id) >= 0
                        && heard.indexOf("PRESENCE|kemenhub-contoh|" + id) >= 0;
            });
        }
    }

    private static boolean has(List<String> lines, String type, UUID caseId) {
        return lines.stream().anyMatch(line -> line.contains(type) && line.contains(caseId.toString()));
    }

    private void tell(String notice) {
        database.preparedQuery("select pg_notify('reply_case_changes', $1)")
                .execute(Tuple.of(notice))
                .await()
                .atMost(PATIENCE);
    }

    /** What somebody of the agency hears from now on, until the test ends. */
    private List<String> watch(String agency) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/stream"))
                .header("Authorization", "Bearer " + TestTokens.of("sari", agency, "agent"))
                .build();
        HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        return lines;
    }
}
