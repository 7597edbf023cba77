package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
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
                .time(lessThan(30L), TimeUnit.SECONDS);
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
    void aProposedPolicyIsToldInTheReadersLanguage() {
        String proposal =
                "replies:\n  - {when: {minIntensity: 0.6}, then: two-approvals}\n  - {when: {}, then: one-approval}\n";
        form(BUDI, "supervisor")
                .formParam("usulan", proposal)
                .formParam("hari", 7)
                .post("/kebijakan")
                .then()
                .statusCode(200)
                .body(containsString("emosi sedikitnya 60 %"))
                .body(not(containsString("minIntensity 0.6")));
    }

    @Test
    void aTemplateSpeaksEnglishToo() {
        // Given a text in both languages
        Map<String, String> typed = Map.of(
                "nama",
                "Dua bahasa " + UUID.randomUUID(),
                "jenis",
                "praise",
                "topik",
                "kereta-keselamatan",
                "teks",
                "Terima kasih{nama}. Nomor {nomor}",
                "teks-en",
                "Thank you{nama}. Number {nomor}{topik}");

        // When one looks at it, then both are filled
        form(BUDI, "supervisor")
                .formParams(typed)
                .formParam("lalu", "lihat")
                .post("/templat")
                .then()
                .statusCode(200)
                .body(containsString("Terima kasih Sri Wahyuni."))
                .body(containsString("Thank you Sri Wahyuni. Number KHB-2026-000123 about "));

        // When it is kept, then the API has both, and it stands in the form again
        String kept = form(BUDI, "supervisor")
                .formParams(typed)
                .formParam("lalu", "simpan")
                .post("/templat")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        at(BUDI, "supervisor")
                .get(kept)
                .then()
                .body(containsString("Thank you{nama}. Number {nomor}{topik}</textarea>"));
        at(BUDI, "supervisor")
                .get("/api/v1/templates?limit=200")
                .then()
                .body("items.find { it.name == '" + typed.get("nama") + "' }.english", equalTo(typed.get("teks-en")))
                .body("total", greaterThanOrEqualTo(1));
        String address = "/api/v1/templates/" + kept.replaceAll(".*pilih=|&.*", "");
        at(BUDI, "supervisor").get(address).then().statusCode(200).header("ETag", equalTo("\"0\""));
        at(BUDI, "supervisor")
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .body(Map.of("agency", "kemenhub-contoh", "name", typed.get("nama"), "body", "Halo"))
                .put(address)
                .then()
                .statusCode(412)
                .body("field", equalTo("If-Match"));

        // And its page tells in its own language what cannot be filled, and where
        form(BUDI, "supervisor")
                .formParams(typed)
                .formParam("lalu", "simpan")
                .post("/templat")
                .then()
                .statusCode(409)
                .body(containsString("Nama itu sudah dipakai."));
        Map<String, String> unknown = new HashMap<>(typed);
        unknown.put("teks", "Halo {siapa}");
        form(BUDI, "supervisor")
                .formParams(unknown)
                .formParam("lalu", "simpan")
                .post("/templat")
                .then()
                .statusCode(422)
                .body(containsString("isian {siapa} pada huruf ke-6 tidak dikenal"))
                .body(not(containsString("unknown slot")));

        // And what cannot be filled is refused by its field
        at(BUDI, "supervisor")
                .contentType("application/json")
                .body("{\"agency\":\"kemenhub-contoh\",\"name\":\"x\",\"body\":\"Halo\",\"english\":\"Hello {siapa}\"}")
                .post("/api/v1/templates")
                .then()
                .statusCode(422)
                .body("field", equalTo("english"));
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
        article(
                        "uji-pratinjau",
                        Map.of(
                                "lalu",
                                "lihat",
                                "keadaan",
                                "draft",
                                "tanya",
                                "Loket penukaran kupon zamrud buka jam berapa?"))
                .statusCode(200)
                .body(containsString("id=\"terjawab\""))
                .body(containsString(number));
        article("uji-pratinjau", Map.of("lalu", "lihat", "keadaan", "draft", "dari", "2030-01-01"))
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

    @Test
    void whoIsOnDutySaysSoAndIsSeen() {
        String who = "piket-" + UUID.randomUUID();

        // When somebody goes on duty for some things, with a capacity that is none
        Map<String, Object> said = Map.of("status", "available", "unit", "penghubung", "kanal", "email");
        form(who, "agent")
                .formParams(said)
                .formParam("kapasitas", "banyak")
                .post("/piket")
                .then()
                .statusCode(303)
                .header("Location", containsString("kabar=bad-request-capacity"));
        form(who, "agent")
                .formParams(said)
                .formParam("kapasitas", "0")
                .post("/piket")
                .then()
                .statusCode(303)
                .header("Location", containsString("kabar=bertugas"));

        // Then colleagues see it, and another agency does not
        at(SARI, "agent")
                .get("/piket")
                .then()
                .statusCode(200)
                .body(containsString(who))
                .body(containsString("Penghubung Instansi Lain, "));
        given().auth()
                .oauth2(TestTokens.of("joko", "kemenkes-contoh", "agent"))
                .get("/piket")
                .then()
                .body(not(containsString(who)));

        // When they leave
        form(who, "agent")
                .formParam("status", "away")
                .formParam("kapasitas", "0")
                .post("/piket")
                .then()
                .header("Location", containsString("kabar=istirahat"));
        at(who, "agent").get("/piket").then().body(containsString("Mulai bertugas"));
    }

    @Test
    void operatorsKeepWebhooksAndSeeASecretOnce() {
        // Given nobody else may
        page(at(SARI, "agent").get("/webhook").then(), 403, "Halaman ini bukan untuk akun Anda");
        at("rina", "operator").get("/").then().statusCode(403).body(containsString("href=\"/webhook\""));

        // When an address is refused it stays in the form; one that is good has its secret shown
        form("rina", "operator")
                .formParam("alamat", "ftp://contoh.id/kait")
                .post("/webhook")
                .then()
                .statusCode(200)
                .body(containsString("Periksa alamatnya"))
                .body(containsString("value=\"ftp://contoh.id/kait\""));
        String made = form("rina", "operator")
                .formParam("alamat", "http://localhost:9/kait")
                .formParam("keterangan", "Uji layar")
                .formParam("peristiwa", "case.rated")
                .post("/webhook")
                .then()
                .statusCode(200)
                .body(containsString("whsec_"))
                .extract()
                .asString();
        String address = made.substring(made.indexOf("action=\"/webhook/") + 8).substring(0, 9 + 36);

        // Then it is never shown again, and nobody of another agency sees the endpoint
        at("rina", "operator")
                .get(address)
                .then()
                .statusCode(200)
                .body(not(containsString("whsec_")))
                .body(containsString("value=\"case.rated\" checked"));
        at("rina", "operator").get("/webhook").then().body(containsString("Uji layar"));
        RequestSpecification elsewhere = given().auth()
                .oauth2(TestTokens.of("oki", "kemenkes-contoh", "operator"))
                .header("Sec-Fetch-Site", "same-origin");
        page(given().spec(elsewhere).get(address).then(), 404, "Halaman tidak ditemukan");
        page(
                given().spec(elsewhere)
                        .formParam("lalu", "")
                        .post(address + "/rahasia")
                        .then(),
                404,
                "Halaman tidak ditemukan");

        // When it is tried, turned off, given another secret, changed and told again
        act(address, "uji", "webhook-diuji");
        at("rina", "operator").get(address).then().body(containsString("webhook.test"));
        act(address, "mati", "webhook-tersimpan");
        at("rina", "operator").get(address).then().body(containsString("dimatikan"));
        form("rina", "operator")
                .formParam("lalu", "")
                .post(address + "/rahasia")
                .then()
                .body(containsString("whsec_"));
        form("rina", "operator")
                .formParam("versi", 99)
                .formParam("alamat", "http://localhost:9/lain")
                .post(address + "/ubah")
                .then()
                .statusCode(200)
                .body(containsString("notice toast bad"));
        form("rina", "operator")
                .formParam("kiriman", UUID.randomUUID().toString())
                .post(address + "/ulang")
                .then()
                .statusCode(404);
        form("rina", "operator")
                .formParam("sejak", "kemarin")
                .post(address + "/ulang")
                .then()
                .header("Location", containsString("kabar=bad-request-since"));
        form("rina", "operator")
                .formParam("sejak", "2026-01-01T00:00")
                .post(address + "/ulang")
                .then()
                .header("Location", containsString("kabar=webhook-diulang"));

        // When it is removed, it is gone
        act(address, "hapus", "webhook-dihapus");
        page(at("rina", "operator").get(address).then(), 404, "Halaman tidak ditemukan");
    }

    private static void act(String address, String act, String word) {
        form("rina", "operator")
                .formParam("tindakan", act)
                .post(address)
                .then()
                .statusCode(303)
                .header("Location", containsString("kabar=" + word));
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
