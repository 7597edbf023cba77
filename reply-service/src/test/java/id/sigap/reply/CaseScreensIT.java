package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done to a case through its page's forms, beside answering it. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class CaseScreensIT {
    private static final String RATNA = "ratna";

    @Inject
    EventProducer producer;

    @Test
    void theMatterIsPassedOnAndThatOfficesAnswerIsNoted() {
        // Given
        String id = idOf(written(Citizen.onWhatsApp(), "Banjir di rel dekat Tebet"));
        Map<String, String> to =
                Map.of("instansi", "Dinas SDA DKI", "penerima", "Kepala bidang", "alasan", "Saluran air kota");

        // When it is passed on, without and with what is needed
        post(SARI, "/kasus/" + id + "/teruskan", Map.of("instansi", " "), "bad-request");
        post(SARI, "/kasus/" + id + "/teruskan", to, "diteruskan");

        // Then the page tells where it is, and another agency nothing
        assertEquals("transferred", caseOf(id).getString("state"));
        page(SARI, "/kasus/" + id).body(containsString("Diteruskan ke Dinas SDA DKI (Kepala bidang)"));
        joko("/kasus/" + id + "/jawaban-instansi", Map.of("jawaban", "x"));

        // When that office answers
        post(SARI, "/kasus/" + id + "/jawaban-instansi", Map.of("jawaban", "Pompa sudah jalan"), "instansi-menjawab");

        // Then somebody can tell the citizen
        assertEquals("drafting", caseOf(id).getString("state"));
        page(SARI, "/kasus/" + id).body(containsString("Pompa sudah jalan"));
        post(SARI, "/kasus/" + id + "/jawaban-instansi", Map.of("jawaban", "Lagi"), "not-transferred");
    }

    @Test
    void aCaseIsMergedIntoTheCitizensOtherOne() {
        // Given two cases of one citizen
        String survivor = idOf(written(Citizen.onWhatsApp(), "KRL mogok di Depok"));
        String merged = idOf(written(Citizen.onTelegram(), "Sudah di WA, KRL mogok di Depok"));
        String stranger = idOf(written(Citizen.onWhatsApp(), "KRL mogok di Depok Baru"));
        TestDesk.as(SARI)
                .body(Map.of("caseId", survivor, "other", merged))
                .post("/api/v1/citizens/link")
                .then()
                .statusCode(200);
        page(SARI, "/kasus/" + merged).body(containsString("name=\"ke\" value=\"" + survivor + "\""));

        // When it is merged into a stranger's, and into the citizen's own
        post(SARI, "/kasus/" + merged + "/gabung", Map.of("ke", stranger), "unprocessable-into");
        post(SARI, "/kasus/" + merged + "/gabung", Map.of("ke", survivor), "digabung")
                .header("Location", containsString("/kasus/" + survivor));

        // Then it lives on there
        assertEquals("closed", caseOf(merged).getString("state"));
        page(SARI, "/kasus/" + survivor).body(containsString("Digabung dari"));
        joko("/kasus/" + survivor + "/gabung", Map.of("ke", stranger));
    }

    @Test
    void aCitizenIsLinkedByTheNumberOfTheirOtherCase() {
        // Given a citizen who wrote on two channels
        JsonPath here = written(Citizen.onWhatsApp(), "Kartu Commuter saya hilang");
        JsonPath there = written(Citizen.onTelegram(), "Kartu Commuter saya hilang juga di sini");
        String id = idOf(here);
        String other = "<a href=\"/kasus/" + idOf(there) + "\">" + there.getString("number") + "</a>";
        page(SARI, "/kasus/" + id).body(containsString("/tautkan")).body(not(containsString(other)));

        // When somebody names a number that nobody has, this case's own, and the other's
        post(SARI, "/kasus/" + id + "/tautkan", Map.of("nomor", "KHB-1999-000001"), "unprocessable-other");
        post(SARI, "/kasus/" + id + "/tautkan", Map.of("nomor", here.getString("number")), "unprocessable-other");
        post(
                SARI,
                "/kasus/" + id + "/tautkan",
                Map.of("nomor", there.getString("number").toLowerCase(Locale.ROOT)),
                "ditautkan");

        // Then each shows the other, and another agency nothing
        page(SARI, "/kasus/" + id).body(containsString(other)).body(containsString("lepas-tautan"));
        page(SARI, "/kasus/" + idOf(there)).body(containsString("<a href=\"/kasus/" + id + "\">"));
        joko("/kasus/" + id + "/lepas-tautan", Map.of("saringan", ""));

        // When it was a mistake, then it is taken back
        post(SARI, "/kasus/" + id + "/lepas-tautan", Map.of("saringan", ""), "tautan-dilepas");
        page(SARI, "/kasus/" + id).body(not(containsString(other)));
        post(SARI, "/kasus/" + id + "/lepas-tautan", Map.of("saringan", ""), "not-linked");
    }

    @Test
    void anApproverNamesTheTimeToSend() {
        // Given a submitted answer
        JsonPath found = written(Citizen.onWhatsApp(), "Kapan loket Gambir buka lagi");
        String id = idOf(found);
        submit(found, Map.of(), "diajukan");
        page(BUDI, "/kasus/" + id).body(containsString("name=\"kapan\""));
        String approve = "/kasus/" + id + "/balasan/" + found.getString("replies[0].replyId") + "/setujui";
        LocalDateTime time = LocalDateTime.now(ZoneId.of("Asia/Jakarta")).truncatedTo(ChronoUnit.MINUTES);
        String seen = found.getString("replies[0].textHash");

        // When it is approved for yesterday, and for a time to come
        post(BUDI, approve, Map.of("sidik", seen, "kapan", time.minusDays(1).toString()), "unprocessable-sendAt");
        post(BUDI, approve, Map.of("sidik", seen, "kapan", time.plusHours(3).toString()), "disetujui");

        // Then it waits for that time
        assertEquals("queued", caseOf(id).getString("replies[0].state"));
        page(SARI, "/kasus/" + id).body(containsString("Dijadwalkan keluar"));
        page(SARI, "/kiriman").body(containsString(found.getString("number")));
    }

    @Test
    void aNoteNamesAColleagueWhoReadsIt() {
        // Given a case that budi has to do with
        String id = idOf(written(Citizen.onWhatsApp(), "Loket Cikini tutup"));
        post(BUDI, "/kasus/" + id + "/catatan", Map.of("catatan", "Sudah saya telepon."), "dicatat");
        page(SARI, "/kasus/" + id).body(containsString("data-mention=\"budi\""));

        // When sari names him
        post(SARI, "/kasus/" + id + "/catatan", Map.of("catatan", "@budi tolong cek lagi petang ini"), "dicatat");

        // Then it is on his list until he has read it, and on nobody else's
        String list = page(BUDI, "/sebutan")
                .body(containsString("tolong cek lagi petang ini"))
                .extract()
                .asString();
        page(SARI, "/sebutan").body(not(containsString("tolong cek lagi petang ini")));
        String note = list.substring(0, list.indexOf("tolong cek lagi petang ini"));
        String mention = note.substring(note.lastIndexOf("id=\"sebutan-") + 12).substring(0, 36);
        at(SARI, "agent")
                .redirects()
                .follow(false)
                .formParam("lalu", "")
                .post("/sebutan/" + mention + "/baca")
                .then()
                .statusCode(404);
        post(BUDI, "/sebutan/" + mention + "/baca", Map.of("lalu", ""), "sudah-dibaca");
        page(BUDI, "/sebutan").body(not(containsString("tolong cek lagi petang ini")));
        page(BUDI, "/sebutan?semua=ya").body(containsString("tolong cek lagi petang ini"));
    }

    @Test
    void aSendIsPlannedAndSeenUntilItIsSentBack() {
        // Given
        JsonPath found = written(Citizen.onWhatsApp(), "Kapan gerbong wanita ditambah");
        String id = idOf(found);
        String edit = "/kasus/" + id + "/balasan/" + found.getString("replies[0].replyId");
        LocalDateTime time = LocalDateTime.now(ZoneId.of("Asia/Jakarta")).truncatedTo(ChronoUnit.MINUTES);

        // When it is put forward for yesterday, and for a time to come
        submit(found, Map.of("kapan", time.minusDays(1).toString()), "unprocessable-sendAt");
        submit(found, Map.of("kapan", time.plusHours(2).toString()), "diajukan");

        // Then the case and the list of sends tell when
        page(SARI, "/kasus/" + id).body(containsString("Dijadwalkan keluar"));
        page(SARI, "/kiriman")
                .body(containsString("Terjadwal"))
                .body(containsString(found.getString("number")))
                .body(containsString("belum disetujui"));

        // When it is sent back, it is planned no more
        post(BUDI, edit + "/tolak", Map.of("alasan", "Sebutkan jamnya"), "dikembalikan");
        page(SARI, "/kiriman").body(not(containsString(found.getString("number"))));
    }

    @Test
    void whatIsAboutToLeaveIsTakenBackOnce() {
        // Given praise, which policy answers by itself after a while
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.praises());
        String id = idOf(TestDesk.caseOf(citizen));
        JsonPath queued =
                await().until(() -> caseOf(id), found -> "queued".equals(found.getString("replies[0].state")));
        String undo = "/kasus/" + id + "/balasan/" + queued.getString("replies[0].replyId") + "/batal";
        joko(undo, Map.of("saringan", ""));

        // When
        post(SARI, undo, Map.of("saringan", "?state=all"), "dibatalkan")
                .header("Location", containsString("/kasus/" + id + "?state=all&"));

        // Then it is a draft, and there is nothing to take back any more
        assertEquals("draft", caseOf(id).getString("replies[0].state"));
        post(SARI, undo, Map.of("saringan", ""), "wrong-state");
        page(SARI, "/kasus/" + id).body(containsString("id=\"teks\""));
    }

    @Test
    void theAuthorAgreesToWhatAnApproverChanged() {
        // Given an answer of a unit whose approvals the author confirms, changed by its approver
        JsonPath before = written(Citizen.onWhatsApp(), "Izin trayek saya belum terbit");
        String id = idOf(before);
        post(SARI, "/kasus/" + id + "/perbaiki", Map.of("unit", "perizinan"), "dialihkan");
        submit(caseOf(id), Map.of(), "diajukan");
        JsonPath submitted = caseOf(id);
        String reply = "/kasus/" + id + "/balasan/" + submitted.getString("replies[0].replyId");
        post(
                RATNA,
                reply + "/revisi",
                Map.of(
                        "teks",
                        submitted.getString("replies[0].body") + "\n\nKami kabari lagi besok pukul 10.00 WIB.",
                        "versi",
                        submitted.getString("replies[0].version")),
                "direvisi");
        String seen = caseOf(id).getString("replies[0].textHash");

        // Then the author alone is asked, with what changed
        page(SARI, "/kasus/" + id).body(containsString("/sepakat")).body(containsString("<ins>"));
        page(RATNA, "/kasus/" + id).body(not(containsString("/sepakat")));
        post(RATNA, reply + "/sepakat", Map.of("sidik", seen), "not-author");
        post(SARI, reply + "/sepakat", Map.of("sidik", submitted.getString("replies[0].textHash")), "text-changed");
        joko(reply + "/sepakat", Map.of("sidik", seen));

        // When she agrees, then it goes out as the approver has put it
        post(SARI, reply + "/sepakat", Map.of("sidik", seen), "disepakati");
        JsonPath agreed = caseOf(id);
        assertEquals(seen, agreed.getString("replies[0].textHash"));
        assertEquals(RATNA, agreed.getString("replies[0].approvals[0].by"));
        post(SARI, reply + "/sepakat", Map.of("sidik", seen), "wrong-state");
    }

    @Test
    void whatWasSentIsTakenBackWhereTheChannelLetsUs() {
        // Given an answer that is on the citizen's page
        JsonPath found = written(Citizen.onWeb(), "Jadwal KA bandara apa");
        String id = idOf(found);
        submit(found, Map.of(), "diajukan");
        String reply = "/kasus/" + id + "/balasan/" + found.getString("replies[0].replyId");
        post(BUDI, reply + "/setujui", Map.of("sidik", caseOf(id).getString("replies[0].textHash")), "disetujui");
        await().until(() -> "accepted".equals(caseOf(id).getString("replies[0].state")));

        // Then supervisors alone can take it back, and say why
        page(SARI, "/kasus/" + id).body(not(containsString("/tarik")));
        page(BUDI, "/kasus/" + id).body(containsString(reply + "/tarik"));
        at(SARI, "agent")
                .formParam("alasan", "Salah")
                .post(reply + "/tarik")
                .then()
                .statusCode(403);
        post(BUDI, reply + "/tarik", Map.of("alasan", " "), "bad-request");
        joko(reply + "/tarik", Map.of("alasan", "x"));

        // When
        post(BUDI, reply + "/tarik", Map.of("alasan", "Salah jadwal"), "ditarik");

        // Then the citizen waits again
        assertEquals("drafting", caseOf(id).getString("state"));
        page(BUDI, "/kasus/" + id).body(not(containsString("/tarik"))).body(containsString("ours gone"));
        post(BUDI, reply + "/tarik", Map.of("alasan", "Lagi"), "wrong-state");
    }

    private void submit(JsonPath found, Map<String, String> with, String word) {
        String address = "/kasus/" + idOf(found) + "/balasan/" + found.getString("replies[0].replyId") + "/ubah";
        RequestSpecification form = at(SARI, "agent")
                .redirects()
                .follow(false)
                .formParams(with)
                .formParam("teks", found.getString("replies[0].body"))
                .formParam("versi", found.getInt("replies[0].version"))
                .formParam("lalu", "ajukan");
        form.post(address).then().statusCode(303).header("Location", endsWith("kabar=" + word));
    }

    private JsonPath written(Citizen citizen, String text) {
        publish(producer, citizen.complains(text));
        return TestDesk.caseOf(citizen);
    }

    private static String idOf(JsonPath found) {
        return found.getString("caseId");
    }

    private static JsonPath caseOf(String id) {
        return TestDesk.as(SARI)
                .get("/api/v1/cases/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse page(String who, String address) {
        return at(who, role(who)).get(address).then().statusCode(200);
    }

    /** A form, and the word that its sender then reads of. */
    private static ValidatableResponse post(String who, String address, Map<String, String> form, String word) {
        return at(who, role(who))
                .redirects()
                .follow(false)
                .formParams(form)
                .post(address)
                .then()
                .statusCode(303)
                .header("Location", endsWith("kabar=" + word));
    }

    /** To a supervisor of another agency there is nothing. */
    private static void joko(String address, Map<String, String> form) {
        given().auth()
                .oauth2(TestTokens.of("joko", "kemenkes-contoh", "agent", "supervisor"))
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParams(form)
                .post(address)
                .then()
                .statusCode(equalTo(404));
    }

    private static String role(String who) {
        return who.equals(SARI) ? "agent" : "supervisor";
    }

    private static RequestSpecification at(String who, String role) {
        return given().auth()
                .oauth2(TestTokens.of(who, "kemenhub-contoh", role))
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
