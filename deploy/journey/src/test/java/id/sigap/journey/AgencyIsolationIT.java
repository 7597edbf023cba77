package id.sigap.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Joko works for another agency: nothing of kemenhub-contoh is there for him, by list, search, id or stream. */
class AgencyIsolationIT {
    /** What metrics-service tells people of an agency; /stream is told apart, as it does not end. */
    private static final List<String> FIGURES = List.of(
            "responsiveness", "ledger", "backlog", "activity", "silence", "turns", "traffic", "cohorts", "forecast");

    /** The citizens' form, the channels' webhooks, the public scorecard, and what anybody at work may have read. */
    private static final List<String> FOR_ANYBODY = List.of(
            "GET /webhooks/", "POST /webhooks/", "GET /api/v1/public/", "POST /api/v1/classify", "GET / ", "POST / ");

    /** What else a path has beside its methods is no route. */
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final UUID NOBODYS = UUID.randomUUID();
    private static final Person JOKO = Person.named("joko");
    private static final Person SARI = Person.named("sari");
    private static final Person BUDI = Person.named("budi");
    private static final String MARK = "rahasiakemenhub";
    private static final RunningSigap SIGAP = RunningSigap.get();

    private static String caseId = "";
    private static String number = "";
    private static String conversation = "";
    private static String replyId = "";
    private static String textHash = "";
    private static String templateId = "";

    @BeforeAll
    static void givenACaseAndATemplateOfKemenhub() throws Exception {
        RunningHttp.send(SignedWebhook.message(
                "wamid." + UUID.randomUUID(),
                "6281290000001",
                "KRL terlambat di Stasiun Tebet " + MARK,
                Instant.now()));
        JsonPath found = Desk.awaitDraft(SARI, MARK);
        caseId = found.getString("caseId");
        number = found.getString("number");
        conversation = found.getString("conversationId");
        replyId = found.getString("replies[0].replyId");
        textHash = found.getString("replies[0].textHash");
        templateId = BUDI.asks()
                .contentType("application/json")
                .body(Map.of("agency", "kemenhub-contoh", "name", "Rahasia", "body", "Halo " + MARK))
                .post(reply("/templates"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("templateId");
    }

    @Test
    void listsAndSearchesHaveNothing() {
        for (Map<String, String> filter : List.of(
                Map.of("state", "all", "limit", "200"),
                Map.of("state", "all", "q", MARK),
                Map.of("state", "all", "q", number),
                Map.of("state", "all", "conversation", conversation),
                Map.of("state", "all", "unit", "layanan-kereta"))) {
            assertTrue(
                    Desk.cases(JOKO, filter).getList("items.agency").stream().allMatch("kemenkes-contoh"::equals),
                    filter::toString);
        }
        assertEquals(
                List.of(),
                Desk.cases(JOKO, Map.of("state", "all", "conversation", conversation))
                        .getList("items"));
        assertFalse(JOKO.asks()
                .get(reply("/templates"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains(MARK));
    }

    @TestFactory
    Stream<DynamicTest> byIdThereIsNothing() {
        String ofCase = "/cases/" + caseId;
        String ofReply = "/replies/" + replyId;
        Map<String, String> seen = Map.of("textHash", textHash);
        return Stream.of(
                get(ofCase),
                post(ofCase + "/replies", Map.of("body", "Halo")),
                post(ofCase + "/assign", Map.of("assignee", "joko")),
                post(ofCase + "/route", Map.of("unit", "layanan-udara", "reason", "iseng")),
                post(ofCase + "/close", Map.of("disposition", "resolved")),
                post(ofCase + "/reopen", Map.of("reason", "iseng")),
                post(ofCase + "/reclassify", Map.of("kind", "praise", "topic", "kereta")),
                post(ofCase + "/note", Map.of("text", "iseng")),
                get(ofReply),
                post(ofReply + "/submit", seen),
                post(ofReply + "/edit", Map.of("body", "Halo", "version", 0)),
                post(ofReply + "/reject", Map.of("reason", "iseng")),
                post(ofReply + "/undo", Map.of()),
                post(ofReply + "/resolve-unknown", Map.of("outcome", "sent")));
    }

    @Test
    void writingForTheOtherAgencyIsRefused() {
        JOKO.asks()
                .contentType("application/json")
                .body(seen())
                .post(reply("/replies/" + replyId + "/approve"))
                .then()
                .statusCode(403);
        int template = JOKO.asks()
                .contentType("application/json")
                .body(Map.of("agency", "kemenhub-contoh", "name", "Iseng", "body", "Halo"))
                .post(reply("/templates"))
                .statusCode();
        int change = JOKO.asks()
                .contentType("application/json")
                .body(Map.of("name", "Iseng", "body", "Halo", "version", 0))
                .put(reply("/templates/" + templateId))
                .statusCode();
        assertAll(
                () -> assertTrue(List.of(403, 404).contains(template), () -> "adding answered " + template),
                () -> assertTrue(List.of(403, 404).contains(change), () -> "changing answered " + change));
        // And nothing happened to the case.
        assertEquals("draft", Desk.one(SARI, caseId).getString("replies[0].state"));
    }

    @Test
    void theOtherServicesKnowNoOtherAgencyEither() {
        classify("kemenhub-contoh").then().statusCode(404);
        classify("kemenkes-contoh").then().statusCode(200);
        for (String route : FIGURES) {
            JOKO.asks().get(SIGAP.metrics() + "/api/v1/" + route).then().statusCode(403);
            BUDI.asks()
                    .queryParam("agency", "kemenkes-contoh")
                    .get(SIGAP.metrics() + "/api/v1/" + route)
                    .then()
                    .statusCode(404);
        }
        JOKO.asks().get(SIGAP.ingest() + "/api/v1/quarantine").then().statusCode(403);
        JOKO.asks()
                .urlEncodingEnabled(false)
                .post(SIGAP.ingest() + "/api/v1/quarantine/" + UUID.randomUUID() + ":replay")
                .then()
                .statusCode(403);
        JOKO.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("account", "kemenhub-api", "text", "Halo", "author", Map.of("id", "x")))
                .post(SIGAP.ingest() + "/api/v1/messages")
                .then()
                .statusCode(403);
    }

    /** Whatever these services describe, routes of tomorrow included; those of the desk are asked by its OtherAgencyIT. */
    @Test
    void everyDescribedRouteOfTheOtherServicesIsClosed() {
        List<String> open = new ArrayList<>();
        for (String service : List.of(SIGAP.ingest(), SIGAP.triage(), SIGAP.metrics())) {
            Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                    .get(service + "/q/openapi")
                    .jsonPath()
                    .getMap("paths");
            paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
                String route = method.toUpperCase(Locale.ROOT) + " " + path;
                if (METHODS.contains(method) && FOR_ANYBODY.stream().noneMatch((route + " ")::startsWith)) {
                    int status = JOKO.asks()
                            .contentType(consumed(operation))
                            .urlEncodingEnabled(false)
                            .redirects()
                            .follow(false)
                            .request(
                                    method.toUpperCase(Locale.ROOT),
                                    service + path.replaceAll("\\{\\w+}", NOBODYS.toString()))
                            .statusCode();
                    if (status != 403 && status != 404) {
                        open.add(status + " " + route);
                    }
                }
            }));
        }
        assertEquals(List.of(), open);
    }

    private static String consumed(Object described) {
        return described instanceof Map<?, ?> operation
                        && operation.get("requestBody") instanceof Map<?, ?> body
                        && body.get("content") instanceof Map<?, ?> content
                ? String.valueOf(content.keySet().iterator().next())
                : "application/json";
    }

    private static Response classify(String agency) {
        return JOKO.asks()
                .contentType("application/json")
                .body(Map.of("text", "KRL terlambat", "agency", agency))
                .post(SIGAP.triage() + "/api/v1/classify");
    }

    @Test
    void theStreamTellsNothing() throws Exception {
        // Given both listen
        List<String> joko = new CopyOnWriteArrayList<>();
        List<String> sari = new CopyOnWriteArrayList<>();
        try (RunningHttp.Listening ofJoko = RunningHttp.listen(JOKO, reply("/stream"), joko::add);
                RunningHttp.Listening ofSari = RunningHttp.listen(SARI, reply("/stream"), sari::add)) {
            assertEquals(200, ofJoko.status());
            assertEquals(200, ofSari.status());

            // When a case of kemenhub changes, and then one of kemenkes
            String changed = UUID.randomUUID().toString();
            SARI.asks()
                    .contentType("application/json")
                    .body(Map.of("text", "catatan " + changed))
                    .post(reply("/cases/" + caseId + "/note"))
                    .then()
                    .statusCode(200);
            given().contentType("application/json")
                    .body(Map.of("from", "6281290000002", "text", "Antrean di RSUD Contoh lama sekali"))
                    .post(SIGAP.simulatorAddress() + "/sim/whatsapp/kemenkes-wa/messages")
                    .then()
                    .statusCode(200);

            // Then each hears of their own
            await("the hints")
                    .atMost(Desk.PATIENCE)
                    .until(() -> joko.stream().anyMatch(line -> line.contains("kemenkes-contoh"))
                            && sari.stream().anyMatch(line -> line.contains(caseId)));
            assertTrue(joko.stream().noneMatch(line -> line.contains("kemenhub") || line.contains(caseId)));
            assertTrue(sari.stream().noneMatch(line -> line.contains("kemenkes")));
        }
    }

    @Test
    void oddPathsLeadNowhere() throws IOException {
        String token = JOKO.bearer();
        List<String> open = new ArrayList<>();
        Map<String, List<String>> paths = Map.of(
                SIGAP.reply(),
                List.of("/api/v1/cases", "/api/v1/cases/" + caseId, "/api/v1/templates"),
                SIGAP.metrics(),
                FIGURES.stream().map("/api/v1/"::concat).toList(),
                SIGAP.ingest(),
                List.of("/api/v1/quarantine"),
                SIGAP.triage(),
                List.of("/api/v1/model"));
        for (Map.Entry<String, List<String>> service : paths.entrySet()) {
            for (String path : service.getValue()) {
                for (String odd : odd(path)) {
                    for (String bearer : List.of("", token)) {
                        int status = RunningHttp.rawStatus(service.getKey(), odd, bearer);
                        if (status < 400 || status >= 500) {
                            open.add(status + " " + odd + (bearer.isEmpty() ? " without a token" : " as joko"));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), open);
    }

    private static List<String> odd(String path) {
        int last = path.lastIndexOf('/');
        return List.of(
                path + ";x",
                path + ";x=y/",
                path + "%3B",
                path + "%3Bx",
                path + "%3b",
                "/" + path,
                path.replace("/v1", "//v1"),
                path.substring(0, last) + "%2F" + path.substring(last + 1),
                path.substring(0, last) + "%2f" + path.substring(last + 1),
                "/x/.." + path,
                "/public/..;" + path);
    }

    @TestFactory
    Stream<DynamicTest> withoutAGoodTokenNobodyIsIn() {
        String good = JOKO.bearer();
        String[] parts = good.split("\\.", 3);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String grown = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("kemenkes-contoh", "kemenhub-contoh")
                        .getBytes(StandardCharsets.UTF_8));
        Map<String, String> tokens = Map.of(
                "none",
                "",
                "not a token",
                "abc",
                "without a signature",
                parts[0] + "." + parts[1] + ".",
                "alg none",
                header + "." + parts[1] + ".",
                "another agency in it",
                parts[0] + "." + grown + "." + parts[2],
                "another signature",
                parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse(),
                "of another realm",
                ShortTokens.admin(),
                "expired",
                ShortTokens.expired());
        List<String> routes = new ArrayList<>(List.of(
                reply("/cases"),
                reply("/cases/" + caseId),
                reply("/replies/" + replyId),
                reply("/templates"),
                reply("/stream"),
                reply("/alerts"),
                reply("/statements/waiting"),
                SIGAP.ingest() + "/api/v1/quarantine",
                SIGAP.triage() + "/api/v1/model"));
        FIGURES.forEach(route -> routes.add(SIGAP.metrics() + "/api/v1/" + route));
        return tokens.entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> {
                    List<String> wrong = new ArrayList<>();
                    for (String route : routes) {
                        RequestSpecification request = token.getValue().isEmpty()
                                ? given()
                                : given().header("Authorization", "Bearer " + token.getValue());
                        int status =
                                request.redirects().follow(false).get(route).statusCode();
                        if (status != 401) {
                            wrong.add(status + " " + route);
                        }
                    }
                    assertEquals(List.of(), wrong);
                }));
    }

    private static DynamicTest get(String path) {
        return DynamicTest.dynamicTest(
                "GET " + kind(path), () -> JOKO.asks().get(reply(path)).then().statusCode(404));
    }

    private static DynamicTest post(String path, Map<String, ?> body) {
        return DynamicTest.dynamicTest(
                "POST " + kind(path),
                () -> JOKO.asks()
                        .contentType("application/json")
                        .body(body)
                        .post(reply(path))
                        .then()
                        .statusCode(404));
    }

    private static String kind(String path) {
        return path.replaceAll("[0-9a-f-]{36}", "{id}");
    }

    private static Map<String, String> seen() {
        return Map.of("textHash", textHash);
    }

    private static String reply(String path) {
        return SIGAP.reply() + "/api/v1" + path;
    }
}
