package id.sigap.metrics;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.local.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,keycloak"),
            @ResourceArg(name = "service", value = "metrics-service")
        })
class PagesIT {
    private static final String AGENCY = "kemenkes-contoh";
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final YearMonth MONTH =
            YearMonth.from(Instant.now().minusSeconds(86_400).atZone(ZONE)).minusMonths(1);

    private static boolean published;

    @BeforeEach
    void publishAMonth() {
        await().atMost(60, SECONDS).until(() -> given().get("/q/health/ready").statusCode() == 200);
        if (published) {
            return;
        }
        published = true;
        // Given a month in which 91 wrote: 40 on WhatsApp and 31 on the web are answered after 5 minutes, while 20 on
        // Telegram are not
        List<SigapEvent> events = new ArrayList<>();
        write(events, Channel.WHATSAPP, 40, true);
        write(events, Channel.WEB, 31, true);
        write(events, Channel.TELEGRAM, 20, false);
        MetricsIT.publish(events);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> MetricsIT.integration()
                        .get("/api/v1/responsiveness?agency=" + AGENCY + "&from=" + MONTH.atDay(1) + "&to="
                                + MONTH.atEndOfMonth())
                        .then()
                        .body("groups[0].figures.n", is(91))
                        .body("groups[0].figures.events", is(71)));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> MetricsIT.integration()
                        .get("/api/v1/activity?agency=" + AGENCY + "&from=" + MONTH.atDay(1) + "&to="
                                + MONTH.atEndOfMonth())
                        .then()
                        .body("accounts.sum { it.total.citizens.wrote }", is(91))
                        .body("accounts.sum { it.total.citizens.answered }", is(71)));
    }

    @Test
    void everybodySeesTheScorecardAndNobodyTheSmallGroups() {
        given().get("/api/v1/public/scorecard?agency=" + AGENCY)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .header("Access-Control-Allow-Origin", "*")
                .body("month", equalTo(MONTH.toString()))
                .body("agencies", hasSize(1))
                .body("agencies[0].all.turns", is(91))
                .body("agencies[0].all.within", is(0.78f))
                .body("agencies[0].all.ignored", is(0.22f))
                .body("agencies[0].all.median.seconds", is(300.0f))
                .body("agencies[0].coverage.citizens", is(91))
                .body("agencies[0].coverage.answered", is(0.78f))
                .body("agencies[0].channels.find { it.name == 'whatsapp' }.card.turns", is(40))
                // Too few; and what would give them away by subtraction
                .body("agencies[0].channels.find { it.name == 'telegram' }.card.size()", is(1))
                .body("agencies[0].channels.find { it.name == 'web' }.card.size()", is(1))
                .body("agencies[0].channels.findAll { it.card.shown }", hasSize(1));
    }

    @Test
    void whatIsKeptIsAskedForAgain() {
        for (String path : List.of("/api/v1/public/scorecard?agency=" + AGENCY, "/publik", "/publik/" + AGENCY)) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "public, max-age=300")
                    .body(equalTo(""));
        }
    }

    @Test
    void thePagesSpeakPlainlyInBothLanguages() {
        given().get("/publik")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Vary", containsString("Accept-Language"))
                .header("Set-Cookie", nullValue())
                .header("X-Frame-Options", "DENY")
                .body(allOf(
                        containsString("<html lang=\"id\">"),
                        containsString("Kementerian Kesehatan"),
                        containsString("78,0 %"),
                        containsString("kurang dari 30 kali"),
                        not(containsString("style=")),
                        not(containsString("<script"))));
        given().header("Accept-Language", "en-US")
                .get("/publik/" + AGENCY)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<html lang=\"en\">"),
                        containsString("78.0 %"),
                        containsString("not shown"),
                        containsString("/publik/" + AGENCY + "/sematan")));
        given().get("/publik?bahasa=en").then().body(containsString("Answered within 10 minutes"));
    }

    @Test
    void onlyTheEmbeddedCardMayBeFramed() {
        given().get("/publik/" + AGENCY + "/sematan")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("X-Frame-Options", nullValue())
                .body(containsString("78,0 %"));
        for (String path : List.of("/publik", "/publik/" + AGENCY)) {
            given().get(path).then().header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
    }

    @Test
    void whoeverSaysThatTheyAreSomebodyElseIsHeldUpAllTheSame() throws IOException {
        // Given one caller, of an address of its own, who says another one with each request
        int refused = 0;
        InetAddress address = InetAddress.getByName("127.0.0.61");
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port, address, 0)) {
            caller.setSoTimeout(60_000);
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            for (int i = 0; i < 400 && refused == 0; i++) {
                String other = "10.1." + i / 200 + '.' + (1 + i % 200);
                caller.getOutputStream()
                        .write(("HEAD /publik/tidak-ada HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + other
                                        + "\r\nX-Real-IP: " + other + "\r\nForwarded: for=" + other + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                refused += String.valueOf(answers.readLine()).contains(" 429 ") ? 1 : 0;
                for (String head = answers.readLine(); head != null && !head.isEmpty(); ) {
                    head = answers.readLine(); // there is no body
                }
            }
        }

        // Then it is one address that asks too often, and another one is let through
        assertEquals(1, refused);
        given().get("/publik").then().statusCode(200);
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        String current = YearMonth.now(ZONE).toString();
        given().get("/api/v1/public/scorecard?month=" + current).then().statusCode(404);
        given().get("/api/v1/public/scorecard?agency=tidak-ada").then().statusCode(404);
        given().get("/api/v1/public/scorecard?month=kemarin")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("month"));
        for (String path : List.of("/publik?bulan=" + current, "/publik/tidak-ada", "/publik/tidak-ada/sematan")) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("text/html")
                    .header("Cache-Control", "no-store")
                    .body(containsString("Halaman ini tidak ada"))
                    .body(containsString("class=\"button\" href=\"/publik\""));
        }
    }

    @Test
    void theDashboardShowsWhatItsAddressSays() throws Exception {
        String query =
                "/?channel=whatsapp&groupBy=channel&per=week&from=" + MONTH.atDay(1) + "&to=" + MONTH.atEndOfMonth();

        String page = new Browser(RestAssured.port).openAndLogin(query, "joko");

        // joko is an agent: what is not for him is told in words
        assertTrue(page.contains("bukan untuk akun Anda"), page);

        String dashboard = new Browser(RestAssured.port).openAndLogin("/?groupBy=channel&per=week", "budi");
        assertTrue(
                dashboard.contains("data-chart=\"curve\"") || dashboard.contains("Belum ada yang dijawab"), dashboard);
        assertTrue(dashboard.contains("<option value=\"week\" selected>"), dashboard);
        assertTrue(dashboard.contains("Akun yang diam"), dashboard);
        assertFalse(dashboard.contains(AGENCY), dashboard);
    }

    @Test
    void theWallboardShowsWhoWaitsAndNobodyElsesAgency() throws Exception {
        Browser browser = new Browser(RestAssured.port);
        String board = browser.openAndLogin("/papan", "budi");

        assertTrue(board.contains("Menunggu sekarang"), board);
        assertTrue(board.contains("Kementerian Perhubungan"), board);
        assertTrue(browser.open("/papan/angka").contains("id=\"menunggu\""));
        assertTrue(browser.open("/papan?agency=" + AGENCY).contains("Halaman ini tidak ada"));
        given().redirects().follow(false).get("/papan/kabar").then().statusCode(302);
    }

    private static void write(List<SigapEvent> events, Channel channel, int count, boolean answered) {
        for (int i = 0; i < count; i++) {
            Instant t0 = MONTH.atDay(5 + i % 20).atTime(10, 0).atZone(ZONE).toInstant();
            Citizen citizen = new Citizen(AGENCY, "kemenkes-" + channel.wire(), channel, "rapor-" + channel + i);
            MessageReceived message = citizen.wrote("m", t0);
            events.add(message);
            events.add(citizen.understood(message, Kind.QUESTION));
            if (answered) {
                events.add(citizen.answered("r", Actor.HUMAN, t0.plusSeconds(300), "m"));
            }
        }
    }
}
