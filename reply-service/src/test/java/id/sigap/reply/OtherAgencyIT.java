package id.sigap.reply;

import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every route that the service describes is asked by somebody of another agency who has every role: nothing is found
 * there, told or changed. A new route is asked too, as soon as it is described; where its body needs a value that is not
 * known here, the test says so.
 */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class OtherAgencyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEMENHUB = "kemenhub-contoh";
    private static final String MARK = "rahasia" + System.nanoTime();
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** They never end, and who hears what of them is StreamIT's. */
    private static final Set<String> STREAMS = Set.of("GET /api/v1/stream", "GET /siaran");

    /** The caller's own things, whatever the id: their typed words, views, acts and presence; and a number unknown to them. */
    private static final Set<String> OWN = Set.of(
            "POST /massal/{id}/batal",
            "POST /tampilan/{id}/hapus",
            "DELETE /api/v1/me/views/{id}",
            "POST /kasus/{id}/ketikan/buang",
            "DELETE /api/v1/cases/{id}/presence",
            "POST /kasus/{id}/tautkan");

    /** What everybody knows by name. */
    private static final Map<String, String> NAMED = Map.of("account", "kemenhub-wa", "agency", KEMENHUB);

    @Inject
    EventProducer producer;

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();

    @Test
    void findsAndChangesNothingByAnyRoute() throws IOException {
        // Given something of everything at kemenhub
        givenOneOfEverything();
        Map<String, Object> before = ofKemenhub();
        JsonNode description = JSON.readTree(
                given().queryParam("format", "json").get("/q/openapi").asString());

        // When joko of kemenkes asks every route
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, JsonNode> path : fields(description.path("paths"))) {
            for (Map.Entry<String, JsonNode> operation : fields(path.getValue())) {
                String route = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                if (!STREAMS.contains(route) && operation.getValue().has("responses")) {
                    asked++;
                    ask(route, operation.getValue(), description).ifPresent(wrong::add);
                }
            }
        }

        Map<String, Object> after = ofKemenhub();
        boss().header("If-Match", "\"" + after.get("webhook") + "\"").delete("/api/v1/webhooks/" + ids.get("webhooks"));

        // Then nothing was there, nothing was told, and nothing has changed
        int all = asked;
        assertAll(
                () -> assertEquals(List.of(), wrong),
                () -> assertTrue(all > 150, () -> all + " routes"),
                () -> assertEquals(before, after));
    }

    private Optional<String> ask(String route, JsonNode operation, JsonNode description) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(method.length() + 1);
        boolean ofSomething = path.contains("{");
        Response answer = request(method, path, operation, description)
                .urlEncodingEnabled(false)
                .request(method, filled(path));
        String said = answer.asString();
        String problem = null;
        if (answer.statusCode() >= 500) {
            problem = "failed";
        } else if (said.contains(MARK) || (!ofSomething && ids.values().stream().anyMatch(said::contains))) {
            problem = "told something";
        } else if (ofSomething && !OWN.contains(route) && answer.statusCode() != 404) {
            problem = "was not a 404";
        }
        return Optional.ofNullable(problem)
                .map(what -> route + " " + what + ": " + answer.statusCode() + " " + answer.header("Location") + " "
                        + said.substring(0, Math.min(160, said.length())));
    }

    private RequestSpecification request(String method, String path, JsonNode operation, JsonNode description) {
        RequestSpecification joko = given().auth()
                .oauth2(TestTokens.of(
                        "joko", "kemenkes-contoh", "agent", "supervisor", "operator", "auditor", "integration"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("If-Match", "\"0\"")
                .redirects()
                .follow(false);
        if (!path.startsWith("/api/")) {
            return !method.equals("GET")
                    ? joko.accept("text/html, */*")
                            .contentType("application/x-www-form-urlencoded")
                            .formParams(form(path))
                    : joko.accept("text/html, */*");
        }
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? joko.contentType("application/json")
                : joko.contentType("application/json").body(body(schema, description));
    }

    /** Something in every field that is known by name. */
    private Map<String, Object> body(JsonNode schema, JsonNode description) {
        JsonNode one = schema.path("anyOf").isArray() ? schema.path("anyOf").path(0) : schema;
        String reference = one.path("$ref").asText();
        JsonNode object = reference.isEmpty() ? one : description.at(reference.substring(1));
        Map<String, Object> body = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : fields(object.path("properties"))) {
            if (values.containsKey(property.getKey())) {
                body.put(property.getKey(), values.get(property.getKey()));
            }
        }
        return body;
    }

    /** Every field that some form has: what a form does not know is passed over. */
    private Map<String, Object> form(String path) {
        Map<String, Object> form = new TreeMap<>();
        for (String field : List.of(
                "teks",
                "inggris",
                "alasan",
                "catatan",
                "jawaban",
                "instansi",
                "penerima",
                "nama",
                "judul",
                "sumber",
                "jawab",
                "tanya",
                "id")) {
            form.put(field, "halo");
        }
        form.putAll(Map.of(
                "versi",
                0,
                "sidik",
                values.get("textHash"),
                "agency",
                KEMENHUB,
                "jenis",
                "praise",
                "topik",
                "kereta",
                "unit",
                "layanan-kereta",
                "nomor",
                values.get("number"),
                "ke",
                values.get("into"),
                "kasus",
                values.get("into")));
        form.putAll(Map.of(
                "akhir",
                "resolved",
                "tunda",
                "1",
                "tindakan",
                "tolak",
                "apa",
                "viewing",
                "untuk",
                "waiting",
                "alamat",
                "http://localhost:9/",
                "status",
                "available",
                "dari",
                "2026-01-01"));
        if (path.startsWith("/webhook")) {
            form.put("tindakan", "nyala");
        }
        return form;
    }

    private String filled(String path) {
        Matcher matcher = PARAMETER.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String id = NAMED.getOrDefault(name, ids.get(name.equals("id") ? thing(path) : name));
            matcher.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(id == null ? UUID.randomUUID().toString() : id));
        }
        return matcher.appendTail(filled).toString();
    }

    /** What a path's {@code {id}} is of. */
    private static String thing(String path) {
        String bare = path.replaceFirst("^/api/v1", "");
        return bare.startsWith("/me/mentions") ? "sebutan" : bare.substring(1).replaceFirst("/.*", "");
    }

    private void givenOneOfEverything() {
        String incident = UUID.randomUUID().toString();
        Citizen citizen = Citizen.onWhatsApp();
        Citizen other = Citizen.onTelegram();
        TestDesk.publish(
                producer,
                Citizen.of(incident, citizen.complains("KRL telat " + MARK)),
                other.complains("KRL mogok " + MARK));
        JsonPath found = caseOf(citizen);
        JsonPath second = caseOf(other);
        String caseId = found.getString("caseId");
        String statement = made("/api/v1/incidents/" + incident + "/statements", Map.of("text", MARK))
                .getString("statementId");
        String template = made("/api/v1/templates", Map.of("agency", KEMENHUB, "name", MARK, "body", MARK))
                .getString("templateId");
        String webhook = made("/api/v1/webhooks", Map.of("agency", KEMENHUB, "url", "http://localhost:9/" + MARK))
                .getString("endpointId");
        made(
                "/api/v1/knowledge",
                Map.of(
                        "agency",
                        KEMENHUB,
                        "id",
                        MARK,
                        "title",
                        MARK,
                        "topics",
                        List.of("kereta"),
                        "questions",
                        List.of(MARK + "?"),
                        "answer",
                        MARK,
                        "validFrom",
                        "2026-01-01",
                        "source",
                        "Uji"));
        boss().body(Map.of("text", "@joko " + MARK)).post("/api/v1/cases/" + caseId + "/note");
        String mention = as("joko").get("/api/v1/me/mentions").jsonPath().getString("items[0].mentionId");
        String reply = found.getString("replies[0].replyId");
        for (String thing : List.of("cases", "kasus")) {
            ids.put(thing, caseId);
        }
        for (String thing : List.of("replies", "reply", "sends")) {
            ids.put(thing, reply);
        }
        ids.put("incidents", incident);
        ids.put("insiden", incident);
        ids.put("statements", statement);
        ids.put("statement", statement);
        ids.put("templates", template);
        ids.put("webhooks", webhook);
        ids.put("webhook", webhook);
        ids.put("sebutan", mention);
        ids.put("knowledge", MARK);
        values.putAll(Map.of(
                "agency",
                KEMENHUB,
                "text",
                "halo",
                "body",
                "halo",
                "reason",
                "iseng",
                "version",
                0,
                "kind",
                "praise",
                "topic",
                "kereta",
                "unit",
                "layanan-kereta",
                "assignee",
                "joko"));
        values.putAll(Map.of(
                "textHash",
                found.getString("replies[0].textHash"),
                "disposition",
                "resolved",
                "outcome",
                "sent",
                "answer",
                "halo",
                "recipient",
                "halo",
                "into",
                second.getString("caseId"),
                "other",
                second.getString("caseId"),
                "caseId",
                caseId,
                "caseIds",
                List.of(second.getString("caseId")),
                "number",
                found.getString("number")));
        values.putAll(Map.of(
                "until",
                "2099-01-01T00:00:00Z",
                "name",
                "halo",
                "url",
                "http://localhost:9/",
                "id",
                MARK,
                "title",
                "halo",
                "topics",
                List.of("kereta"),
                "questions",
                List.of("halo?"),
                "source",
                "halo",
                "validFrom",
                "2026-01-01"));
        values.put("since", "2026-01-01T00:00:00Z");
        values.put("doing", "viewing");
        values.put("office", "halo");
    }

    /** What somebody might have changed. */
    private Map<String, Object> ofKemenhub() {
        JsonPath file = boss().get("/api/v1/cases/" + ids.get("cases")).jsonPath();
        Map<String, Object> state = new TreeMap<>();
        state.put("case", file.getInt("version") + " " + file.getString("state"));
        state.put("reply", file.getInt("replies[0].version"));
        state.put("history", file.getList("history").size());
        state.put(
                "second",
                boss().get("/api/v1/cases/" + values.get("into")).jsonPath().getInt("version"));
        state.put(
                "statement",
                boss().get("/api/v1/statements/" + ids.get("statements"))
                        .jsonPath()
                        .getInt("version"));
        state.put(
                "incident",
                boss().get("/api/v1/incidents/" + ids.get("incidents"))
                        .jsonPath()
                        .getInt("cases"));
        state.put("templates", boss().get("/api/v1/templates").asString());
        state.put(
                "webhook",
                boss().get("/api/v1/webhooks/" + ids.get("webhooks")).jsonPath().getInt("version"));
        state.put(
                "article",
                boss().get("/api/v1/knowledge/" + KEMENHUB + "/" + MARK).asString());
        return state;
    }

    private static JsonPath made(String path, Map<String, ?> body) {
        return boss().body(body).post(path).then().statusCode(201).extract().jsonPath();
    }

    private static RequestSpecification boss() {
        return as("budi", "agent", "supervisor", "operator");
    }

    private static List<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return List.copyOf(object.properties());
    }
}
