package id.sigap.runtime.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.runtime.problem.Problem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error of a service, wherever it arises, is a problem with the right status and the security headers. */
@QuarkusTest
@QuarkusTestResource(TokenKeys.class)
class HttpEdgesTest {
    @ConfigProperty(name = "test.signing-key")
    String signingKey;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/")
    URI base;

    @Test
    void aGoodAnswerHasTheSecurityHeaders() {
        headers(given().get("/sample/fine").then().statusCode(200)).header("Cache-Control", "no-store");
    }

    @Test
    void aHandlerMayAllowKeeping() {
        given().get("/sample/kept").then().header("Cache-Control", "max-age=86400");
    }

    @Test
    void aHandlerMayAllowFraming() {
        given().get("/sample/framed")
                .then()
                .header("Content-Security-Policy", "frame-ancestors *")
                .header("X-Frame-Options", nullValue())
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void healthHasTheHeadersToo() {
        headers(given().get("/q/health/live").then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/sample/nowhere", "/q/nowhere", "/a/b/c.js"})
    void whatIsNotThereIsA404(String path) {
        problem(given().get(path).then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"limit=banyak,limit", "limit=1&after=x,after", "all=ya,all", "limit=99999999999,limit"})
    void aNumberThatIsNoneIsNamed(String query, String field) {
        problem(given().get("/sample/numbers?" + query).then(), 400, "bad-request")
                .body("field", equalTo(field));
    }

    @Test
    void numbersOfAFormAreNamedToo() {
        given().formParam("versi", "3").post("/sample/numbers").then().body(equalTo("[3,null]"));
        problem(given().formParam("versi", "tiga").post("/sample/numbers").then(), 400, "bad-request")
                .body("field", equalTo("versi"));
    }

    @Test
    void numbersThatAreNotGivenAreTheirDefaults() {
        given().get("/sample/numbers").then().body(equalTo("[50,null,false]"));
        given().get("/sample/numbers?limit=7&after=9&all=true").then().body(equalTo("[7,9,true]"));
    }

    @Test
    void aWrongMethodIsA405() {
        problem(given().delete("/sample/fine").then(), 405, "method-not-allowed");
    }

    @Test
    void anAcceptThatCannotBeGivenIsA406() {
        problem(given().accept("image/png").get("/sample/fine").then(), 406, "not-acceptable");
    }

    @Test
    void aWrongMediaTypeIsA415() {
        problem(given().contentType("text/plain").body("x").post("/sample/body").then(), 415, "unsupported-media-type")
                .body("field", equalTo("Content-Type"));
    }

    @Test
    void brokenJsonIsA400WithItsPlace() {
        problem(json("{\"text\": \"rahasia\", \"count\": }"), 400, "bad-request")
                .body("detail", allOf(containsString("line 1"), containsString("column")))
                .body(not(containsString("rahasia")));
    }

    @Test
    void aWrongValueIsA400ThatNamesTheFieldAndNeverTheValue() {
        problem(json("{\"text\": \"x\", \"count\": \"rahasia\"}"), 400, "bad-request")
                .body("field", equalTo("count"))
                .body("detail", equalTo("The value must be a whole number in range."))
                .body(not(containsString("rahasia")));
    }

    @Test
    void aWrongValueDeepDownIsNamedByItsPath() {
        problem(
                        json("{\"text\": \"x\", \"lines\": [{\"colour\": \"merah\"}, {\"colour\": \"rahasia\"}]}"),
                        400,
                        "bad-request")
                .body("field", equalTo("lines[1].colour"))
                .body("detail", equalTo("The value must be one of merah, putih."))
                .body(not(containsString("rahasia")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "null", "{\"text\": \"x\"} {}", "{\"text\": \"x\", \"text\": \"y\"}"})
    void aBodyOfAnotherFormIsA400(String body) {
        problem(json(body), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text=%", "text=%zz"})
    void aFormThatSaysNothingReadableIsA400AtOnce(String body) {
        problem(
                given().contentType("application/x-www-form-urlencoded")
                        .body(body)
                        .when()
                        .post("/sample/form")
                        .then()
                        .time(lessThan(5L), TimeUnit.SECONDS),
                400,
                "bad-request");
    }

    @Test
    void aFormIsRead() {
        given().formParam("text", "satu").post("/sample/form").then().body("text", equalTo("satu"));
    }

    @Test
    void aRecordsOwnRuleKeepsItsSentence() {
        problem(json("{\"text\": \" \"}"), 422, "unprocessable")
                .body("field", equalTo("text"))
                .body("detail", equalTo("The text must not be blank."));
    }

    @Test
    void whatBreaksIsA500WithoutItsMessage() {
        problem(given().get("/sample/broken").then(), 500, "internal").body(not(containsString("rahasia")));
    }

    @Test
    void busySaysWhenToComeBackInWholeSeconds() {
        problem(given().get("/sample/busy").then(), 503, "unavailable").header("Retry-After", "2");
    }

    @Test
    void withoutATokenIsA401WithTheChallenge() {
        problem(given().get("/sample/agent").then(), 401, "unauthorized").header("WWW-Authenticate", notNullValue());
    }

    @Test
    void aTokenThatIsNotOneIsA401EvenWhereNoneIsNeeded() {
        problem(given().auth().oauth2("no-token").get("/sample/agent").then(), 401, "unauthorized")
                .header("WWW-Authenticate", notNullValue());
        problem(given().auth().oauth2("no-token").get("/sample/fine").then(), 401, "unauthorized");
    }

    @Test
    void withoutTheRoleIsA403() {
        problem(
                given().auth()
                        .oauth2(token("dewi", "auditor"))
                        .get("/sample/agent")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void theCallerIsWhoTheTokenSays() {
        given().auth()
                .oauth2(token("sari", "agent", "kemenhub-contoh", "kemenkes-contoh"))
                .get("/sample/agent")
                .then()
                .statusCode(200)
                .body("name", equalTo("sari"))
                .body("roles", equalTo(List.of("agent")))
                .body("agencies", containsInAnyOrder("kemenhub-contoh", "kemenkes-contoh"));
    }

    @Test
    void anotherAgencysRowsDoNotExist() {
        String joko = token("joko", "agent", "kemenkes-contoh");
        given().auth().oauth2(joko).get("/sample/agency/kemenkes-contoh").then().statusCode(200);
        problem(
                given().auth()
                        .oauth2(joko)
                        .get("/sample/agency/kemenhub-contoh")
                        .then(),
                404,
                "not-found");
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsA413() {
        problem(
                given().contentType("application/octet-stream")
                        .body(new byte[100_000])
                        .post("/sample/bytes")
                        .then(),
                413,
                "too-large");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsA413() throws IOException {
        StringBuilder request = new StringBuilder("POST /sample/bytes HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 10; i++) {
            request.append("4000\r\n").append("x".repeat(0x4000)).append("\r\n");
        }
        String answer = raw(request + "0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 413"), () -> answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-security-policy"), () -> answer);
    }

    @Test
    void aBackslashIsRefusedByTheServerItself() throws IOException {
        String answer = raw("GET /sample\\agent HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400"), () -> answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sample/agent;x",
                "/sample;a=b/agent",
                "/sample/agent%3Bx",
                "/sample%2fagent",
                "/sample%2Fagent",
                "/sample%5Cagent",
                "//sample/agent",
                "/sample//agent",
                "/q//health",
                "/sample/../sample/agent",
                "/sample/%2e%2e/sample/agent",
                "/sample/./agent",
                "/sample/agent%253Bx",
                "/sample/body%253Acopy",
                "/sample/body%3Acopy%3Bx",
                "/sample/body%3A%2e%2e/agent",
                "/q/health;x"
            })
    void anAmbiguousPathIsRefusedBeforeRouting(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400"), () -> answer);
        assertTrue(answer.contains("ambiguous-path"), () -> answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-security-policy"), () -> answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample/body:copy", "/sample/body%3Acopy", "/sample/body%3acopy"})
    void aColonIsTheSameEncoded(String path) {
        // Given a request with all that one can bring
        // When it is sent to an address with a colon, spelt in any way, then it arrives whole
        headers(given().urlEncodingEnabled(false)
                        .auth()
                        .oauth2(token("sari", "agent"))
                        .contentType("application/json")
                        .body("{\"text\": \"satu\"}")
                        .post(path + "?mark=a%3Ab")
                        .then())
                .statusCode(200)
                .body("by", equalTo("sari"))
                .body("mark", equalTo("a:b"))
                .body("text", equalTo("satu"));
    }

    @Test
    void anEncodedColonOpensNothing() {
        problem(
                given().urlEncodingEnabled(false)
                        .contentType("application/json")
                        .body("{\"text\": \"satu\"}")
                        .post("/sample/body%3Acopy")
                        .then(),
                401,
                "unauthorized");
        problem(given().urlEncodingEnabled(false).get("/sample/no%3Awhere").then(), 404, "not-found");
    }

    @Test
    void noAddressThatSomebodyMadeUpIsALabel() throws IOException {
        // Given requests with words in their address that are refused at every stage
        given().get("/rahasia").then().statusCode(404);
        given().get("/sample/agency/rahasia").then().statusCode(401);
        given().auth().oauth2("no-token").get("/sample/rahasia").then().statusCode(401);
        given().urlEncodingEnabled(false).get("/sample/fine/rahasia%3Ax").then().statusCode(404);
        assertTrue(raw("GET /rahasia;x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 400"));

        // When and then
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds_count"))
                .body(not(containsString("rahasia")));
    }

    private static ValidatableResponse json(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/sample/body")
                .then();
    }

    static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return headers(answer)
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("https://sigap.id/problems/" + code))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    private static ValidatableResponse headers(ValidatableResponse answer) {
        Map<String, Matcher<String>> expected = Map.of(
                "X-Content-Type-Options", equalTo("nosniff"),
                "X-Frame-Options", equalTo("DENY"),
                "Referrer-Policy", equalTo("no-referrer"),
                "Content-Security-Policy", containsString("default-src 'none'"),
                "Permissions-Policy", notNullValue(String.class),
                "Server", nullValue(String.class),
                "Cross-Origin-Opener-Policy", equalTo("same-origin"));
        expected.forEach(answer::header);
        return answer;
    }

    private String token(String name, String role, String... agencies) {
        return new SignedToken(signingKey).of("known", name, role, agencies);
    }

    /** Sends bytes as they are: clients would tidy the path up. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (!answer.toString().endsWith("}")) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    break;
                }
                answer.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            }
            assertEquals(-1, answer.indexOf("rahasia"));
            return answer.toString();
        }
    }
}
