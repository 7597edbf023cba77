package id.sigap.journey;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** People and programs that put a citizen's words, name and number where they do not belong. */
final class MarkedMistakes {
    private static final Person SARI = Person.named("sari");
    private static final Person BUDI = Person.named("budi");
    private static final Person RINA = Person.named("rina");

    private final RunningSigap sigap = RunningSigap.get();
    private final Instant began;
    private final Marks marks;

    /** @param began when the citizen began to write */
    MarkedMistakes(Marks marks, Instant began) {
        this.marks = marks;
        this.began = began;
    }

    /** All of them. */
    void make(JsonPath found) throws IOException, InterruptedException {
        addresses();
        classification();
        desk(found);
        figures();
        quarantine();
    }

    /** Words in addresses, where some put them, at every service. */
    private void addresses() throws IOException, InterruptedException {
        for (String service : ServiceProcess.ALL) {
            String address = sigap.service(service).address();
            for (String path : List.of(
                    "/" + marks.word,
                    "/api/v1/" + marks.word,
                    "/q/" + marks.word,
                    "/webhooks/whatsapp/" + marks.number,
                    "/webhooks/" + marks.word + "/" + marks.name,
                    "/lacak/" + marks.word,
                    "/api/v1/cases/" + marks.word,
                    "/api/v1/replies/" + marks.word,
                    "/api/v1/messages;" + marks.word,
                    "/" + marks.word + "%3A" + marks.name,
                    "/%zz" + marks.word,
                    "/" + marks.word + "//" + marks.name,
                    "/api/v1/cases?q=%zz" + marks.word,
                    "/antrean?q=" + marks.word,
                    "/kasus/" + marks.word)) {
                RunningHttp.rawStatus(address, path, "");
                RunningHttp.rawStatus(address, path, SARI.bearer());
            }
            RawRequest.to(address + "/" + marks.name).json().post("{\"text\": \"" + marks.text() + "\"}");
            RawRequest.to(address + "/api/v1/" + marks.name).as(SARI).json().post("{\"text\": \"" + marks.text());
        }
    }

    private void classification() throws IOException, InterruptedException {
        String route = sigap.triage() + "/api/v1/classify";
        String good = "{\"text\": \"" + marks.text() + "\"}";
        marks.answered(200, RawRequest.to(route).as(SARI).json().post(good));
        List<String> mistakes = List.of(
                good.substring(0, good.length() - 2),
                "{\"text\": {\"" + marks.word + "\": 1}}",
                "{\"" + marks.word + "\": \"x\"}",
                "{\"text\": \"" + marks.text() + "\", \"channel\": \"" + marks.word + "\"}",
                "{\"text\": \"" + marks.text() + "\", \"agency\": \"" + marks.name + "\"}",
                "{\"text\": \"" + (marks.text() + " ").repeat(1_000) + "\"}",
                marks.text());
        for (String mistake : mistakes) {
            marks.refused(RawRequest.to(route).as(SARI).json().post(mistake));
        }
        marks.answered(
                200,
                RawRequest.to(route + ":batch")
                        .as(SARI)
                        .with("Content-Type", "application/x-ndjson")
                        .post(good + "\n" + String.join("\n", mistakes)));
        marks.refused(RawRequest.to(route)
                .as(SARI)
                .json()
                .post("{\"text\": \"" + (marks.text() + " ").repeat(30_000) + "\"}"));
    }

    private void desk(JsonPath found) throws IOException, InterruptedException {
        String cases = sigap.reply() + "/api/v1/cases";
        for (String filter : List.of("state", "kind", "channel", "conversation", "after", "limit")) {
            marks.refused(RawRequest.to(cases + "?" + filter + "=" + marks.word)
                    .as(SARI)
                    .get());
        }
        marks.answered(
                200,
                RawRequest.to(cases + "?q=" + encoded(marks.text())).as(SARI).get());
        marks.refused(RawRequest.to(cases + "?q=" + marks.word + "%00").as(SARI).get());
        marks.refused(
                RawRequest.to(cases + "?unit=" + marks.word + "%00").as(SARI).get());
        String file = cases + "/" + found.getString("caseId");
        String reply = sigap.reply() + "/api/v1/replies/" + found.getString("replies[0].replyId");
        String quoted = "\"" + marks.text() + "\"";
        marks.answered(200, RawRequest.to(file + "/note").as(SARI).json().post("{\"text\": " + quoted + "}"));
        Map<String, String> mistakes = Map.of(
                file + "/note", "{\"text\": \"" + marks.text() + "\\u0000\"}",
                file + "/route", "{\"unit\": " + quoted + "}",
                file + "/reclassify", "{\"kind\": " + quoted + "}",
                file + "/close", "{\"disposition\": " + quoted + "}",
                file + "/assign", "{\"" + marks.name + "\": 1}",
                reply + "/edit", "{\"version\": 99, \"body\": " + quoted + "}",
                reply + "/reject", "{\"reason\": " + quoted + "}",
                reply + "/submit", "{\"textHash\": " + quoted + "}",
                reply + "/resolve-unknown", "{\"outcome\": " + quoted + "}",
                sigap.reply() + "/api/v1/templates",
                        "{\"agency\": \"" + marks.word + "\", \"name\": " + quoted + ", \"body\": \"{" + marks.word
                                + "\"}");
        for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
            marks.refused(RawRequest.to(mistake.getKey()).as(BUDI).json().post(mistake.getValue()));
            marks.refused(RawRequest.to(mistake.getKey())
                    .as(BUDI)
                    .json()
                    .post(mistake.getValue().substring(0, mistake.getValue().length() - 3)));
        }
    }

    private void figures() throws IOException, InterruptedException {
        for (String route : List.of("responsiveness", "ledger")) {
            for (String filter : List.of("agency", "unit", "channel", "kind", "from", "to", "groupBy", "target")) {
                RawRequest.to(sigap.metrics() + "/api/v1/" + route + "?" + filter + "=" + marks.word)
                        .as(BUDI)
                        .get();
            }
        }
    }

    /** What could not be read is looked at, and read again in vain. */
    private void quarantine() throws IOException, InterruptedException {
        JsonPath page = RINA.asks()
                .get(sigap.ingest() + "/api/v1/quarantine")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertFalse(marks.in(page.prettify()).isPresent(), "the list has no words of citizens");
        List<Map<String, String>> items = page.getList("items");
        int replayed = 0;
        for (Map<String, String> item : items) {
            if (Instant.parse(item.get("receivedAt")).isAfter(began)) {
                marks.answered(
                        422,
                        RawRequest.to(sigap.ingest() + "/api/v1/quarantine/" + item.get("id") + ":replay")
                                .as(RINA)
                                .post(""));
                replayed++;
            }
        }
        assertTrue(replayed >= 4, "items in quarantine: " + replayed);
        marks.refused(RawRequest.to(sigap.ingest() + "/api/v1/quarantine/" + marks.word + ":replay")
                .as(RINA)
                .post(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
