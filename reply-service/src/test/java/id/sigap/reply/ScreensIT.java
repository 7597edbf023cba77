package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The desk's screens beside the queue and its cases, without a browser: what they show, keep and refuse. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class ScreensIT {
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final List<String> BOTH = List.of("kemenhub-contoh", "kemenkes-contoh");

    @Inject
    EventProducer producer;

    @Test
    void whatCannotBeShownIsToldAsAPageAndAFormWithoutFieldsAtOnce() {
        page(at(SARI, "agent").get("/kasus/" + UUID.randomUUID()).then(), 404, "Halaman tidak ditemukan");
        page(at(SARI, "agent").get("/kasus/bukan-kasus").then(), 404, "Halaman tidak ditemukan");
        page(at(SARI, "agent").get("/audit").then(), 403, "Halaman ini bukan untuk akun Anda");
        page(at(SARI, "auditor").get("/templat").then(), 403, "Halaman ini bukan untuk akun Anda");
        at(SARI, "agent")
                .contentType(FORM)
                .body("")
                .post("/templat")
                .then()
                .statusCode(400)
                .time(lessThan(5L), TimeUnit.SECONDS);
    }

    @Test
    void onePersonOfTwoAgenciesChoosesWhoseThingsTheySee() {
        for (String screen : List.of("/pengetahuan", "/kebijakan", "/templat")) {
            // Somebody of one agency has nothing to choose
            at(SARI, "agent").get(screen).then().statusCode(200).body(not(containsString("name=\"agency\"><option")));

            // Somebody of both sees the first, or the one they ask for, and stays there
            ofBoth("supervisor")
                    .get(screen)
                    .then()
                    .statusCode(200)
                    .body(containsString("<option value=\"kemenhub-contoh\" selected>"))
                    .body(containsString("<option value=\"kemenkes-contoh\">"));
            ofBoth("supervisor")
                    .get(screen + "?agency=kemenkes-contoh")
                    .then()
                    .body(containsString("<option value=\"kemenkes-contoh\" selected>"))
                    .body(containsString(screen + "?agency=kemenkes-contoh&amp;bahasa=en"));

            // And nobody sees another's
            page(at(SARI, "agent").get(screen + "?agency=kemenkes-contoh").then(), 404, "Halaman tidak ditemukan");
            page(
                    form(BUDI, "supervisor")
                            .formParam("agency", "kemenkes-contoh")
                            .post(screen)
                            .then(),
                    404,
                    "Halaman tidak ditemukan");
        }
    }

    @Test
    void anArticleIsKeptThroughItsFormAndShownToWhomItConcerns() {
        // When budi writes one
        String id = "uji-layar-" + UUID.randomUUID().toString().substring(0, 8);
        ValidatableResponse kept = article(id, Map.of());

        // Then it is kept, and its form has its version
        kept.statusCode(200)
                .body(containsString("Artikel tersimpan"))
                .body(containsString("name=\"versi\" value=\"1\""));
        at(BUDI, "supervisor")
                .get("/api/v1/knowledge/kemenhub-contoh/" + id)
                .then()
                .statusCode(200)
                .body("answer", equalTo("Loket buka pukul 06.00."));

        // When it is changed, by who saw it and by who saw an older one
        article(id, Map.of("versi", "1")).body(containsString("value=\"2\""));
        article(id, Map.of("versi", "1")).body(containsString("notice toast bad"));
    }

    @Test
    void whoWritesAnArticleSeesWhatItWouldAnswerAndWhatIsNotRightYet() {
        // Given a citizen who asks
        Citizen citizen = Citizen.onWhatsApp();
        TestDesk.publish(producer, citizen.complains("Loket penukaran kupon zamrud buka jam berapa ya"));
        String number = TestDesk.caseOf(citizen).getString("number");

        // Then an article that fits would answer them, and one that fits nobody says so
        article("uji-pratinjau", Map.of("lalu", "lihat", "tanya", "Loket penukaran kupon zamrud buka jam berapa?"))
                .statusCode(200)
                .body(containsString("id=\"terjawab\""))
                .body(containsString(number));
        article("uji-pratinjau", Map.of("lalu", "lihat", "keadaan", "draft"))
                .statusCode(200)
                .body(containsString("Belum ada kasus yang akan terjawab"));

        // And a mistake names the field as the page does, keeping what was written
        article("Bukan Kode", Map.of())
                .body(containsString("Periksa kolom Kode: huruf kecil"))
                .body(containsString("Loket buka pukul 06.00."));
        article("uji-pratinjau", Map.of("dari", "besok", "lalu", "lihat"))
                .body(containsString("Periksa kolom Berlaku dari"));
        article("uji-pratinjau", Map.of("topik", "tak-ada")).body(containsString("Periksa kolom Topik"));
    }

    private static ValidatableResponse article(String id, Map<String, String> said) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "agency", "kemenhub-contoh",
                "id", id,
                "keadaan", "published",
                "judul", "Jam loket",
                "tanya", "Loket buka jam berapa?",
                "jawab", "Loket buka pukul 06.00.",
                "dari", "2026-01-01",
                "sumber", "Uji",
                "lalu", "simpan"));
        fields.putAll(said);
        return form(BUDI, "supervisor").formParams(fields).post("/pengetahuan").then();
    }

    private static void page(ValidatableResponse answer, int status, String title) {
        answer.statusCode(status)
                .header("Content-Type", allOf(startsWith("text/html"), containsString("UTF-8")))
                .body(containsString("<h1>" + title + "</h1>"));
    }

    private static RequestSpecification form(String who, String... roles) {
        return at(who, roles).redirects().follow(false).contentType(FORM);
    }

    private static RequestSpecification at(String who, String... roles) {
        return given().auth()
                .oauth2(TestTokens.of(who, "kemenhub-contoh", roles))
                .header("Sec-Fetch-Site", "same-origin");
    }

    private static RequestSpecification ofBoth(String... roles) {
        return given().auth().oauth2(TestTokens.of("ratna", BOTH, roles)).header("Sec-Fetch-Site", "same-origin");
    }
}
