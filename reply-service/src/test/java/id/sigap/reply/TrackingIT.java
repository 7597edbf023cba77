package id.sigap.reply;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.tracking.TrackingToken;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import id.sigap.runtime.stream.EventRecords;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The citizen's page: their words, our answers, and nothing for whoever guesses. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class TrackingIT {
    @Inject
    EventProducer producer;

    @Test
    void theCitizenReadsTheAnswerWithoutLogin() {
        // Given a complaint through the form
        Citizen citizen = Citizen.onWeb();
        MessageTriaged message = citizen.complains("KRL <b>telat</b> di Manggarai");
        producer.sendAll(List.of(EventRecords.toRecord(message, "test", null)))
                .await()
                .atMost(Duration.ofSeconds(60));
        String link = "/lacak/" + TrackingToken.issue(citizen.conversation, secret());

        // When the page is opened before the answer
        await().untilAsserted(() -> given().get(link).then().statusCode(200));

        // Then it has the citizen's words, inert, and no draft of ours
        given().get(link)
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Robots-Tag", containsString("noindex"))
                .contentType("text/html")
                .body(containsString("KRL &lt;b&gt;telat&lt;/b&gt;"))
                .body(containsString("sedang kami tangani"))
                .body(not(containsString("Kereta jam berapa")));

        // And when the answer was approved, it is there
        String token = TestTokens.of("sari", citizen.agency, "agent");
        String caseId = given().auth()
                .oauth2(token)
                .get("/api/v1/cases?conversation=" + citizen.conversation)
                .jsonPath()
                .getString("items[0].caseId");
        var found = given().auth().oauth2(token).get("/api/v1/cases/" + caseId).jsonPath();
        String reply = found.getString("replies[0].replyId");
        String seen = "{\"textHash\":\"" + found.getString("replies[0].textHash") + "\"}";
        for (String act : List.of("submit", "approve")) {
            String who = act.equals("submit") ? token : TestTokens.of("budi", citizen.agency, "supervisor");
            given().auth()
                    .oauth2(who)
                    .contentType("application/json")
                    .body(seen)
                    .post("/api/v1/replies/" + reply + "/" + act)
                    .then()
                    .statusCode(200);
        }
        await().untilAsserted(() -> given().get(link)
                .then()
                .body(containsString("Kereta jam berapa"))
                .body(containsString("sudah kami jawab")));
    }

    @Test
    void everyWrongTokenLooksAlike() {
        // Given tokens that are malformed, of another deployment, and of a conversation that is not there
        String stranger =
                TrackingToken.issue(UUID.randomUUID(), "another-deployment-secret".getBytes(StandardCharsets.UTF_8));
        String unknown = TrackingToken.issue(UUID.randomUUID(), secret());

        // When and then
        String first =
                given().get("/lacak/abc").then().statusCode(404).extract().asString();
        for (String token : List.of(stranger, unknown)) {
            assertEquals(
                    first,
                    given().get("/lacak/" + token)
                            .then()
                            .statusCode(404)
                            .extract()
                            .asString());
        }
    }

    private static byte[] secret() {
        return StackResource.stack().secrets().value("tracking").getBytes(StandardCharsets.UTF_8);
    }
}
