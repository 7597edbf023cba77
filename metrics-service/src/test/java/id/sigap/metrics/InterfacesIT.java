package id.sigap.metrics;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.local.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,keycloak"),
            @ResourceArg(name = "service", value = "metrics-service")
        })
class InterfacesIT {
    private static final String AGENCY = "kemenhub-contoh";
    private static final List<String> ROUTES = List.of(
            "/api/v1/backlog",
            "/api/v1/activity",
            "/api/v1/silence",
            "/api/v1/turns",
            "/api/v1/traffic",
            "/api/v1/cohorts",
            "/api/v1/forecast",
            "/api/v1/stream");

    @BeforeEach
    void waitForTheStream() {
        await().atMost(60, SECONDS).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void allRoutesTellOfTheSameTurns() {
        // Given an account to which three wrote two hours ago: one is answered after 5 min, one is told a number; and
        // it broadcasts twice
        Instant t0 = MetricsIT.slot(Instant.now().minus(Duration.ofHours(2)));
        List<SigapEvent> events = new ArrayList<>();
        for (String name : List.of("terjawab", "ditandai", "diabaikan")) {
            Citizen citizen = onInstagram(name);
            MessageReceived message = citizen.wrote("m", t0);
            events.add(message);
            MessageTriaged triaged = citizen.understood(message, Kind.COMPLAINT);
            events.add(triaged);
            events.add(citizen.opened(triaged, t0.plusSeconds(1)));
        }
        events.add(onInstagram("terjawab").answered("r", Actor.HUMAN, t0.plusSeconds(300), "m"));
        events.add(onInstagram("ditandai")
                .reply("k", Actor.AUTOMATIC, false, List.of(), t0.plusSeconds(1), t0.plusSeconds(2), "m"));
        events.add(onInstagram("akun").posted("p1", t0));
        events.add(onInstagram("akun").posted("p2", t0.plusSeconds(60)));

        // When all of it is told, twice
        MetricsIT.publish(events);
        MetricsIT.publish(events);

        // Then every route tells of them; what they tell of travels by topics of its own and is not seen at once
        String account = "?account=kemenhub-ig";
        await().atMost(60, SECONDS).untilAsserted(() -> {
            backlog(account, t0);
            activity(account);
            silence(t0);
            drillDown(account);
            traffic(account);
        });
    }

    /** The two that wait, by unit and for the units above it. */
    private static void backlog(String account, Instant t0) {
        get("/api/v1/backlog" + account + "&groupBy=unit,channel")
                .body("groups[0].waiting.count", is(2))
                .body("flow.outflow.sum()", is(1));
        get("/api/v1/backlog" + account + "&unit=layanan-pelanggan&groupBy=unit,channel,account,kind,agency")
                .body("groups.size()", is(1))
                .body("groups[0].group.unit", equalTo(Citizen.UNIT))
                .body("groups[0].group.channel", equalTo("instagram"))
                .body("groups[0].waiting.overdue", is(2))
                .body("groups[0].waiting.dueSoon", is(0))
                .body("groups[0].waiting.bands.count.sum()", is(2))
                .body("groups[0].waiting.oldest.caseId", notNullValue())
                .body(
                        "groups[0].waiting.oldest.startsAt",
                        containsString(t0.toString().substring(0, 19)))
                .body("flow.inflow.sum()", is(3))
                .body("flow.size()", is(24));
        get("/api/v1/backlog" + account + "&unit=layanan-udara").body("groups[0].waiting.count", is(0));
    }

    private static void drillDown(String account) {
        Set<String> ignored = turns(account, "figure=ignored&ignoredAfter=PT1H&limit=1");
        assertEquals(
                Set.of(
                        onInstagram("ditandai").id("m").toString(),
                        onInstagram("diabaikan").id("m").toString()),
                ignored);
        assertEquals(ignored, turns(account, "figure=overdue"));
        get("/api/v1/turns" + account + "&figure=within&unit=layanan-pelanggan&topic=kereta")
                .body("turns.size()", is(1))
                .body("next", nullValue())
                .body("turns[0].millis", is(300_000))
                .body("turns[0].outcome", equalTo("answered-human"))
                .body("turns[0].decomposition.values().sum()", is(300_000))
                .body("turns[0].caseId", notNullValue())
                .body(not(containsString("Kereta terlambat")))
                .body(not(containsString("terjawab")));
    }

    private static void traffic(String account) {
        get("/api/v1/traffic" + account)
                .body("cells.size()", is(168))
                .body("cells.turns.sum()", is(3))
                .body("cells.within.count.sum()", is(1));
        get("/api/v1/cohorts" + account)
                .body("cohorts.turns.sum()", is(3))
                .body("cohorts[0].answeredBy[0].count", is(1))
                .body("cohorts[0].answeredBy[0].matured", is(3))
                .body("cohorts[0].answeredBy[3].share", nullValue());
        get("/api/v1/forecast" + account)
                .body("enough", is(false))
                .body("hours.size()", is(0))
                .body("leastWeeks", is(2));
    }

    private static void activity(String account) {
        get("/api/v1/activity" + account + "&by=day")
                .body("accounts.size()", is(1))
                .body("accounts[0].total.received", is(3))
                .body("accounts[0].total.replies", is(1))
                .body("accounts[0].total.acknowledgements", is(1))
                .body("accounts[0].total.posts", is(2))
                .body("accounts[0].total.twoWayRatio", is(1 / 3f))
                .body("accounts[0].total.citizens.wrote", is(3))
                .body("accounts[0].total.citizens.answered", is(1))
                .body("accounts[0].total.citizens.coverage", is(1 / 3f))
                .body("accounts[0].total.citizens.exact", is(true))
                .body("accounts[0].days.amounts.received.sum()", is(3));
    }

    private static void silence(Instant t0) {
        String ig = "accounts.find { it.account == 'kemenhub-ig' }";
        get("/api/v1/silence?ignoredAfter=PT1H")
                .body("accounts.account", hasItem("kemenhub-telegram"))
                .body(ig + ".inDirectory", is(false))
                .body(ig + ".state", equalTo("answers"))
                .body(ig + ".rank", nullValue())
                .body(ig + ".turns", is(3))
                .body(ig + ".waiting", is(2))
                .body(ig + ".ignored.count", is(2))
                .body(ig + ".ignored.matured", is(3))
                .body(
                        ig + ".lastOutbound",
                        containsString(t0.plusSeconds(300).toString().substring(0, 19)));
    }

    /** The messages of all turns, page after page. */
    private static Set<String> turns(String account, String query) {
        Set<String> messages = new HashSet<>();
        String after = "";
        while (after != null) {
            JsonPath page = get("/api/v1/turns" + account + '&' + query + "&after=" + after)
                    .extract()
                    .jsonPath();
            List<String> found = page.getList("turns.messageId");
            found.forEach(message -> assertTrue(messages.add(message), message));
            after = page.getString("next");
        }
        return messages;
    }

    @Test
    void aListenerSeesAnAnswerWhenItIsAccepted() throws Exception {
        // Given somebody who waits, and a listener
        Instant t0 = Instant.now().minusSeconds(5);
        Citizen citizen = new Citizen(AGENCY, "kemenhub-fb", Channel.FACEBOOK, "penunggu");
        MessageReceived message = citizen.wrote("m", t0);
        MetricsIT.publish(List.of(message, citizen.understood(message, Kind.COMPLAINT)));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> get("/api/v1/backlog?channel=facebook").body("groups[0].waiting.count", is(1)));
        try (Listener listener = new Listener("/api/v1/stream?agency=" + AGENCY, "budi")) {
            await().atMost(60, SECONDS).until(() -> listener.waiting("facebook") == 1);

            // When the answer is accepted, then the listener is told
            MetricsIT.publish(List.of(citizen.answered("r", Actor.HUMAN, Instant.now(), "m")));
            await().atMost(60, SECONDS).until(() -> listener.waiting("facebook") == 0);
            assertEquals(Set.of(AGENCY), listener.agencies());
        }
    }

    @Test
    void nobodySeesAnotherAgency() {
        for (String route : ROUTES) {
            MetricsIT.as("budi").get(route + "?agency=kemenkes-contoh").then().statusCode(404);
            MetricsIT.as("budi").get(route + "?agency=tidak-ada").then().statusCode(404);
            MetricsIT.as("joko").get(route).then().statusCode(403);
            MetricsIT.as("sari").get(route).then().statusCode(403);
            given().redirects().follow(false).get(route).then().statusCode(401);
        }
        get("/api/v1/silence").body("accounts.agency", everyItem(equalTo(AGENCY)));
        get("/api/v1/turns?from=" + Instant.now().minus(Duration.ofDays(60)) + "&limit=500")
                .body("turns.agency", everyItem(equalTo(AGENCY)));
        get("/api/v1/backlog?groupBy=agency").body("groups.group.agency", everyItem(equalTo(AGENCY)));
    }

    @Test
    void badQuestionsNameTheField() {
        Map.of(
                        "groupBy", "/api/v1/backlog?groupBy=topic",
                        "hours", "/api/v1/forecast?hours=besok",
                        "by", "/api/v1/activity?by=hour",
                        "ignoredAfter", "/api/v1/silence?ignoredAfter=PT0S",
                        "figure", "/api/v1/turns?figure=semua",
                        "after", "/api/v1/turns?after=a2VtZW5rZXN8MnwzfDR8NQ",
                        "limit", "/api/v1/turns?limit=banyak",
                        "target", "/api/v1/traffic?target=besok",
                        "kind", "/api/v1/cohorts?kind=marah",
                        "share", "/api/v1/forecast?share=separuh")
                .forEach((field, query) -> MetricsIT.as("budi")
                        .get(query)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("field", equalTo(field)));
    }

    @Test
    void whoWaitsIsToldToPrometheusByAgencyAndChannelAlone() {
        Citizen citizen = new Citizen(AGENCY, "kemenhub-x", Channel.X, "pengukur");
        MessageReceived message = citizen.wrote("m", Instant.now().minusSeconds(3_600));
        MetricsIT.publish(List.of(message, citizen.understood(message, Kind.QUESTION)));

        await().atMost(60, SECONDS).untilAsserted(() -> {
            String told = prometheus();
            assertTrue(told.contains("sigap_turns_waiting{agency=\"" + AGENCY + "\",channel=\"x\"} 1.0"));
            assertTrue(told.contains("sigap_turns_oldest_seconds{agency=\"" + AGENCY + "\",channel=\"x\"}"));
            assertTrue(told.contains("sigap_turns_waiting{agency=\"kemenkes-contoh\",channel=\"whatsapp\"}"));
            assertTrue(told.contains("sigap_stream_lag_records"));
            // Its target is long past
            assertTrue(told.contains(
                    "sigap_alerts_total{agency=\"" + AGENCY + "\",channel=\"x\",type=\"turn.overdue\"} 1.0"));
        });
        assertTrue(!prometheus().contains("kemenhub-x"));
    }

    private static String prometheus() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static Citizen onInstagram(String name) {
        return new Citizen(AGENCY, "kemenhub-ig", Channel.INSTAGRAM, name);
    }

    private static ValidatableResponse get(String query) {
        return MetricsIT.as("budi").get(query).then().statusCode(200);
    }
}
