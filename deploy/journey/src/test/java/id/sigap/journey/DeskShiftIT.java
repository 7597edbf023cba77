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
import java.util.List;
import java.util.Map;
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

        sari.isTold("Sudah diperbaiki. Terima kasih, koreksi Anda ikut melatih triase.");
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

    /** By the search, as somebody does who has the words on the phone. */
    private void find(AtTheDesk person, String mark) {
        Page page = person.page();
        page.navigate(sigap.reply() + "/");
        page.locator(".list .summary").waitFor();
        person.press("/");
        page.keyboard().type(mark);
        person.press("Enter");
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
        given().contentType("application/json")
                .body(Map.of("from", "6281399" + (100_000 + ++written), "text", text + mark))
                .post(sigap.simulatorAddress() + "/sim/" + channel + "/" + ACCOUNTS.get(channel) + "/messages")
                .then()
                .statusCode(200);
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
