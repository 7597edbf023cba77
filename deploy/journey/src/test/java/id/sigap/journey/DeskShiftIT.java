package id.sigap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A shift at the desk, in a real browser and by the keyboard: forty mixed messages over all channels of the simulator, and
 * what sari and budi do with them. By its name it runs before the tests that fill the queue.
 */
class DeskShiftIT {
    private static final int MESSAGES = 40;
    private static final int INCIDENT = 30;
    private static final Person SARI = Person.named("sari");
    private static final List<String> CHANNELS = List.of("whatsapp", "telegram", "web");
    private static final Map<String, String> ACCOUNTS =
            Map.of("whatsapp", "kemenhub-wa", "telegram", "kemenhub-telegram", "web", "kemenhub-web");

    /** Keluhan, pertanyaan and what is between; no spam, which has no case, and no praise, which goes out by itself. */
    private static final List<String> TEXTS = List.of(
            "KRL jurusan Bogor telat lagi di Stasiun Cilebut sejak jam 6 pagi, penumpang menumpuk. ",
            "Bagaimana cara mengembalikan tiket kereta yang batal? Uang saya belum kembali dua minggu. ",
            "Kapal di Merak ditunda terus sejak semalam, kami bersama anak kecil. Mohon penjelasan. ",
            "Izin angkutan umum saya di loket sudah sebulan belum selesai, kapan? ",
            "Bandara panas, pendingin ruangan mati dan antrean imigrasi panjang sekali. ",
            "Parkir terminal dipungut lima puluh ribu tanpa karcis, tolong ditertibkan. ");

    private static final Pattern OF_A_CASE = Pattern.compile(".*/kasus/.*");

    @SuppressWarnings("NullAway.Init")
    private static InstalledChromium chromium;

    private final RunningSigap sigap = RunningSigap.get();
    private final Map<String, String> trackingTokens = new HashMap<>();
    private int written;

    @BeforeAll
    static void open() {
        chromium = InstalledChromium.openOrSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aShift() {
        AtTheDesk sari = AtTheDesk.login(chromium, "sari");
        AtTheDesk budi = AtTheDesk.login(chromium, "budi");
        List<String> marks = fortyMessagesAreOnTheDesk(sari);
        onlyOneChannelIsShown(sari, marks);
        theKindIsCorrectedInTwoKeys(sari, marks.get(0));
        whatIsTypedSurvivesAReload(sari, marks.get(0));
        anAnswerIsSubmittedAndTheNextCaseIsThere(sari, marks.get(0));
        theNextIsSubmittedToo(sari, marks.get(1));
        oneIsApprovedAndTheNextIsSentBack(budi, marks.get(0), marks.get(1));
        anAnswerOnItsWayIsTakenBack(sari);
        oneIsClosed(sari, marks.get(2));
        manyAreClosedAndTakenBack(sari, marks.get(3));
        anApproverChangesTheText(sari, budi, marks.get(6));
        anUnhappyCitizenReopensTheirCase(sari, marks.get(8));
        oneStatementAnswersAnIncidentOfThirty(sari, budi);
        sari.page().context().close();
        budi.page().context().close();
    }

    private List<String> fortyMessagesAreOnTheDesk(AtTheDesk sari) {
        // Given forty people who write, each with another word
        List<String> marks = new ArrayList<>();
        for (int n = 0; n < MESSAGES; n++) {
            marks.add(write(CHANNELS.get(n % CHANNELS.size()), TEXTS.get(n % TEXTS.size())));
        }

        // Then all are on the desk, without reloading it; the last one comes by itself
        for (String mark : marks) {
            Desk.awaitDraft(SARI, mark);
        }
        assertThat(sari.page().locator(".list .summary")).containsText(Pattern.compile("\\d+ kasus"));
        sari.row(write("whatsapp", TEXTS.get(0))).waitFor();
        return marks;
    }

    private void onlyOneChannelIsShown(AtTheDesk sari, List<String> marks) {
        Page page = sari.page();

        // When
        sari.press("f");
        page.locator(".filters select[name=channel]").selectOption("telegram");
        page.locator(".filters button").first().click();

        // Then
        page.waitForURL(Pattern.compile(".*channel=telegram.*"));
        sari.row(marks.get(1)).waitFor();
        assertThat(sari.row(marks.get(0))).hasCount(0);

        // When it is kept under a name, it is one click away
        page.locator("[name=nama]").fill("Telegram saja");
        page.keyboard().press("Enter");
        sari.isTold("Tampilan tersimpan.");
        page.navigate(sigap.reply() + "/");
        page.locator(".views a").click();
        page.waitForURL(Pattern.compile(".*channel=telegram.*"));
        page.locator(".views button").click();
        sari.isTold("Tampilan dihapus.");
    }

    private void theKindIsCorrectedInTwoKeys(AtTheDesk sari, String mark) {
        find(sari, mark);
        assertThat(kind(sari)).containsText("Keluhan");

        sari.press("i", "2");

        sari.isTold("Sudah diperbaiki. Terima kasih, koreksi Anda ikut dipelajari.");
        assertThat(kind(sari)).containsText("Pertanyaan");
        assertEquals("question", caseOf(mark).getString("kind"));
    }

    private void whatIsTypedSurvivesAReload(AtTheDesk sari, String mark) {
        Page page = sari.page();
        String before = page.locator("#teks").inputValue();

        sari.press("e", "Control+End");
        page.keyboard().type(" Petugas kami sudah di sana, juga ada kursi roda.");
        assertThat(page.locator("#ketik")).hasText("Tersimpan");
        page.reload();

        assertThat(page.locator("#teks")).hasValue(before + " Petugas kami sudah di sana, juga ada kursi roda.");
        assertEquals(before, caseOf(mark).getString("replies[0].body"));
        sari.press("Escape");
    }

    private void anAnswerIsSubmittedAndTheNextCaseIsThere(AtTheDesk sari, String mark) {
        sari.press("Shift+S");

        sari.page().waitForURL(Pattern.compile(".*kabar=diajukan.*"));
        assertThat(sari.page().locator(".notice[role]")).containsText("Jawaban sudah diajukan.");
        JsonPath submitted = caseOf(mark);
        assertEquals("submitted", submitted.getString("replies[0].state"));
        assertTrue(submitted.getString("replies[0].body").endsWith("kursi roda."));
    }

    private void theNextIsSubmittedToo(AtTheDesk sari, String mark) {
        find(sari, mark);
        sari.press("s");
        sari.isTold("Jawaban sudah diajukan.");
    }

    private void oneIsApprovedAndTheNextIsSentBack(AtTheDesk budi, String first, String second) {
        Page page = budi.page();

        // When budi goes to what waits for him, and approves the first in its case
        budi.press("g", "a");
        page.locator(".card").first().waitFor();
        page.navigate(sigap.reply() + "/kasus/" + caseOf(first).getString("caseId"));
        assertThat(page.locator(".levels .running")).containsText("Diajukan oleh sari");
        budi.press("a");

        // Then the next one is there, and the first is answered
        page.waitForURL(Pattern.compile(".*kabar=disetujui.*"));
        await().atMost(Desk.PATIENCE)
                .until(() -> caseOf(first).getString("state").equals("answered"));

        // When he sends the second back
        page.navigate(sigap.reply() + "/kasus/" + caseOf(second).getString("caseId"));
        page.locator("summary[data-key=r]").waitFor();
        budi.press("r");
        page.keyboard().type("Sebutkan jamnya, ya");
        budi.press("Enter");

        // Then it is a draft again, with the reason in its history
        budi.isTold("Jawaban dikembalikan untuk diperbaiki.");
        JsonPath back = caseOf(second);
        assertEquals("draft", back.getString("replies[0].state"));
        assertTrue(back.getString("history").contains("Sebutkan jamnya, ya"));
    }

    private void anAnswerOnItsWayIsTakenBack(AtTheDesk sari) {
        // Given thanks for praise, which policy sends by itself after a while
        String mark = write("whatsapp", "Petugas di Stasiun Gambir ramah sekali, terima kasih banyak. ");
        sari.page()
                .navigate(
                        sigap.reply() + "/kasus/" + Desk.awaitDraft(SARI, mark).getString("caseId"));
        sari.page().locator("#batal").waitFor();

        sari.press("u");

        sari.isTold("Pengiriman dibatalkan. Jawaban kembali menjadi draf.");
        assertEquals("draft", caseOf(mark).getString("replies[0].state"));
    }

    private void oneIsClosed(AtTheDesk sari, String mark) {
        find(sari, mark);
        sari.press("c", "2");
        sari.isTold("Kasus ditutup.");
        assertEquals("closed", caseOf(mark).getString("state"));
    }

    private void manyAreClosedAndTakenBack(AtTheDesk sari, String mark) {
        Page page = sari.page();
        page.navigate(sigap.reply() + "/?q=" + mark);
        sari.row(mark).waitFor();
        sari.press("j", "x");
        page.locator(".bulk button[value=spam]").click();
        assertThat(page.locator(".notice[role]")).containsText("1 kasus diubah.");
        assertEquals("closed", caseOf(mark).getString("state"));

        sari.press("u");

        assertThat(page.locator(".notice[role]")).containsText("Sudah dibatalkan.");
        assertEquals("drafting", caseOf(mark).getString("state"));
    }

    private void anApproverChangesTheText(AtTheDesk sari, AtTheDesk budi, String mark) {
        // Given an answer that waits
        find(sari, mark);
        sari.press("s");
        sari.isTold("Jawaban sudah diajukan.");

        // When budi puts it in other words in its place
        Page page = budi.page();
        page.navigate(sigap.reply() + "/kasus/" + caseOf(mark).getString("caseId"));
        page.locator("summary[data-key=e]").waitFor();
        budi.press("e");
        page.locator("#revisi").press("Control+End");
        page.keyboard().type(" Kami kabari lagi besok.");
        budi.button("Simpan perubahan saya").click();

        // Then what changed is shown, and he cannot approve his own words
        budi.isTold("Teks diubah. Penulisnya, atau penyelia lain, perlu menyetujuinya.");
        assertThat(page.locator("ins").first()).containsText("besok");
        assertThat(page.locator("button[data-key=a]")).hasCount(0);
        JsonPath changed = caseOf(mark);
        assertEquals("submitted", changed.getString("replies[0].state"));
        assertTrue(changed.getString("replies[0].body").endsWith("besok."));
    }

    private void anUnhappyCitizenReopensTheirCase(AtTheDesk sari, String mark) {
        // Given an answered web message whose case is closed
        JsonPath found = caseOf(mark);
        assertEquals("web", found.getString("channel"));
        String reply = found.getString("replies[0].replyId");
        String hash = found.getString("replies[0].textHash");
        assertEquals(200, Desk.act(SARI, "submit", reply, hash).statusCode());
        assertEquals(200, Desk.act(Person.named("budi"), "approve", reply, hash).statusCode());
        await().atMost(Desk.PATIENCE)
                .until(() -> caseOf(mark).getString("state").equals("answered"));
        find(sari, mark, "?state=all");
        sari.press("c", "1");
        sari.isTold("Kasus ditutup.");

        // When the citizen, at their own page, is unhappy
        given().formParams(Map.of("nilai", 1, "kata", "Belum dijawab"))
                .header("Origin", sigap.reply())
                .redirects()
                .follow(false)
                .post(sigap.reply() + "/lacak/" + trackingTokens.get(mark) + "/nilai");

        // Then it is back on the desk, with what they thought
        await().atMost(Desk.PATIENCE)
                .until(() -> !caseOf(mark).getString("state").equals("closed"));
        sari.page().navigate(sigap.reply() + "/kasus/" + found.getString("caseId"));
        assertThat(sari.page().locator(".life")).containsText("1/5");
    }

    private void oneStatementAnswersAnIncidentOfThirty(AtTheDesk sari, AtTheDesk budi) {
        // Given thirty who write of one event; whom triage heard before it noticed, a person adds
        List<String> marks = new ArrayList<>();
        for (int n = 0; n < INCIDENT; n++) {
            marks.add(write("whatsapp", "Gangguan sinyal di Stasiun Manggarai, semua KRL berhenti sejak tadi. "));
        }
        List<String> cases =
                marks.stream().map(mark -> caseOf(mark).getString("caseId")).toList();
        String incident = await("an incident")
                .atMost(Desk.PATIENCE)
                .until(
                        () -> cases.stream()
                                .map(id -> Desk.one(SARI, id).getString("incident"))
                                .filter(found -> found != null)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        SARI.asks()
                .contentType("application/json")
                .body(Map.of("caseIds", cases))
                .post(sigap.reply() + "/api/v1/incidents/" + incident + "/cases")
                .then()
                .statusCode(200);

        // When sari writes one statement and puts it forward, and budi approves it
        Page page = sari.page();
        PageCheck check = new PageCheck();
        sari.press("Escape", "g", "i");
        page.locator(".things a").first().waitFor();
        check.look("incidents", page);
        page.locator(".things a").first().click();
        page.locator("#teks")
                .fill("Halo{nama}, KRL di Manggarai terganggu sinyal. Petugas memperbaikinya sekarang, dan"
                        + " kabar berikutnya kami kirim hari ini. Nomor kasus {nomor}.");
        sari.button("Simpan pernyataan").click();
        sari.isTold("Pernyataan tersimpan. Periksa siapa yang menerima, lalu ajukan.");
        check.look("incident-draft", page);
        sari.press("s");
        sari.isTold("Jawaban sudah diajukan.");
        budi.page().navigate(page.url().replaceAll("\\?.*", ""));
        budi.page().locator("button[data-key=a]").waitFor();
        check.look("incident-to-approve", budi.page());
        budi.press("a");
        budi.isTold("Jawaban disetujui.");
        check.look("incident-released", budi.page());
        check.mustHaveFoundNothing();

        // Then each has got it in their own conversation, once, with their own number
        await().atMost(Desk.PATIENCE)
                .until(() -> cases.stream()
                        .allMatch(id -> Desk.one(SARI, id).getString("state").equals("answered")));
        for (String id : cases) {
            JsonPath answered = Desk.one(SARI, id);
            List<String> sent = answered.getList("replies.findAll { it.state == 'accepted' }.body", String.class);
            assertEquals(1, sent.size());
            assertTrue(sent.get(0).contains(answered.getString("number")));
        }
    }

    /** By the search, as somebody does who has the words on the phone. */
    private void find(AtTheDesk person, String mark) {
        Page page = person.page();
        page.navigate(sigap.reply() + "/");
        page.locator(".list .summary").waitFor();
        person.press("/");
        page.keyboard().type(mark);
        person.press("Enter");
        open(person, mark);
    }

    /** The same among cases that do not wait for us. */
    private void find(AtTheDesk person, String mark, String query) {
        person.page().navigate(sigap.reply() + "/" + query + "&q=" + mark);
        open(person, mark);
    }

    private static void open(AtTheDesk person, String mark) {
        Page page = person.page();
        person.row(mark).waitFor();
        person.press("j", "Enter");
        page.waitForURL(OF_A_CASE);
        page.locator("#judul-kasus").waitFor();
    }

    private static Locator kind(AtTheDesk person) {
        return person.page().locator("summary[data-key=i]");
    }

    private static JsonPath caseOf(String mark) {
        return Desk.awaitDraft(SARI, mark);
    }

    /** Somebody writes; the word by which it is found. */
    private String write(String channel, String text) {
        String mark = mark();
        String link = given().contentType("application/json")
                .body(Map.of("from", "6281399" + (100_000 + ++written), "text", text + mark))
                .post(sigap.simulatorAddress() + "/sim/" + channel + "/" + ACCOUNTS.get(channel) + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("trackingLink");
        if (link != null) {
            trackingTokens.put(mark, link.substring(link.lastIndexOf('/') + 1));
        }
        return mark;
    }

    /** Letters only: a number could be taken for personal data. */
    private static String mark() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .limit(16)
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                .collect(Collectors.joining());
    }
}
