package id.sigap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pages as people see them, in a real browser: they lead to the answer, without a mouse too, and everybody can read
 * them. By its name it runs before {@code KillIT}, which leaves more waiting cases than a page of the queue takes.
 */
class EveryPageIT {
    private static final Duration PROMISE = Duration.ofSeconds(2);

    /** What else runs on the machine can make one message late, not each. */
    private static final int TRIES = 3;

    private static final String COMPLAINT = "KRL jurusan Bogor telat lagi di Stasiun Cilebut sejak jam 6 pagi. ";
    private static final Person SARI = Person.named("sari");
    private static final Person BUDI = Person.named("budi");

    @SuppressWarnings("NullAway.Init")
    private static InstalledChromium chromium;

    private final RunningSigap sigap = RunningSigap.get();

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
    void aCitizenWritesAndTwoPeopleAnswerWithoutAMouse() {
        // Given a citizen with a phone, and sari at the desk; what came before has warmed everything up
        String mark = mark();
        Page phone = phone("Warga " + mark);
        AtTheDesk sari = AtTheDesk.login(chromium, "sari");
        write("kemenhub-wa", mark(), "Halo. ");

        // When
        Duration took = untilOnTheDesk(mark, phone, sari);
        for (int repetition = 1; took.compareTo(PROMISE) > 0 && repetition < TRIES; repetition++) {
            mark = mark();
            took = untilOnTheDesk(mark, phone, sari);
        }

        // Then the draft is on her desk, and stays in focus when the list renews itself
        Duration seen = took;
        Measured.say("the draft was seen on the desk after %d ms", seen.toMillis());
        assertTrue(seen.compareTo(PROMISE) <= 0, () -> "the draft was seen after " + seen);
        assertThat(sari.row(mark)).containsText("Keluhan");
        sari.tabTo(sari.rowLink(mark));
        sari.page().waitForResponse(answer -> answer.url().contains("/antrean"), () -> {});
        assertThat(sari.rowLink(mark)).isFocused();

        // When she submits it
        sari.page().keyboard().press("Enter");
        String text = sari.page().locator("#teks").inputValue();
        sari.enter(sari.button("Ajukan"));

        // Then it waits for somebody else
        sari.isTold("Jawaban sudah diajukan.");
        assertThat(sari.button("Setujui dan kirim")).hasCount(0);

        // When budi approves it
        AtTheDesk budi = AtTheDesk.login(chromium, "budi");
        budi.enter(budi.rowLink(mark));
        budi.enter(budi.button("Setujui dan kirim"));

        // Then his page tells by itself when it is sent, and the citizen has it
        budi.isTold("Jawaban disetujui.");
        assertThat(budi.page().locator("h1 .tag")).hasText("Dijawab");
        assertThat(phone.locator(".bubble.theirs .text")).hasText(text);
        sari.page().context().close();
        budi.page().context().close();
        phone.context().close();
    }

    private static Duration untilOnTheDesk(String mark, Page phone, AtTheDesk person) {
        phone.locator("#words").fill(COMPLAINT + mark);
        Instant written = Instant.now();
        phone.keyboard().press("Enter");
        person.row(mark).waitFor();
        return Duration.between(written, Instant.now());
    }

    @Test
    void everybodyCanReadTheDesk() {
        PageCheck check = new PageCheck();
        AtTheDesk sari = AtTheDesk.login(chromium, "sari");
        AtTheDesk budi = AtTheDesk.login(chromium, "budi");

        // A draft, waiting, answered
        String draft = write("kemenhub-wa", mark(), COMPLAINT + "panjang".repeat(40) + " ");
        sari.page().navigate(sigap.reply() + "/");
        sari.page().locator(".queue .row").first().waitFor();
        check.look("queue", sari.page());
        openCase(sari, draft);
        check.look("case-draft", sari.page());
        sari.button("Ajukan").click();
        sari.isTold("Jawaban sudah diajukan.");
        check.look("case-submitted", sari.page());
        openCase(budi, draft);
        budi.page().locator("summary[data-key=r]").click();
        check.look("case-to-approve", budi.page());
        budi.button("Setujui dan kirim").click();
        assertThat(budi.page().locator("h1 .tag")).hasText("Dijawab");
        check.look("case-answered", budi.page());

        // Sent back, and refused by the channel until it is sent again
        String refused = write("kemenhub-wa", mark(), COMPLAINT);
        openCase(budi, refused);
        budi.button("Ajukan").click();
        budi.isTold("Jawaban sudah diajukan.");
        assertThat(budi.button("Setujui dan kirim")).hasCount(0);
        assertThat(budi.page().locator(".answer .notice.warn").first())
                .hasText("Jawaban yang Anda ajukan perlu disetujui orang lain.");
        check.look("case-refused", budi.page());
        budi.page().locator("summary[data-key=r]").click();
        budi.page().locator("#alasan").fill("Sebutkan jamnya");
        budi.button("Kembalikan").click();
        budi.isTold("Jawaban dikembalikan untuk diperbaiki.");
        failNextSend();
        openCase(sari, refused);
        sari.button("Ajukan").click();
        sari.isTold("Jawaban sudah diajukan.");
        openCase(budi, refused);
        budi.button("Setujui dan kirim").click();
        assertThat(budi.page().locator("h1 .tag")).hasText("Perlu dilihat");
        check.look("case-failed", budi.page());
        budi.button("Kirim ulang").click();
        assertThat(budi.page().locator("h1 .tag")).hasText("Dijawab");

        // What is chosen, filtered, corrected; the keys
        sari.page().navigate(sigap.reply() + "/?kind=complaint&state=all");
        sari.page().locator(".queue input[type=checkbox]").first().check();
        check.look("queue-filtered-chosen", sari.page());
        openCase(sari, draft);
        sari.press("t");
        check.look("case-topics", sari.page());
        sari.press("Escape", "?");
        check.look("keys", sari.page());
        Look.NARROW_LIGHT.apply(sari.page());
        assertThat(sari.page().locator(".keys kbd").first()).isVisible();
        Look.WIDE_LIGHT.apply(sari.page());

        // Nothing there, nothing that may be seen, nobody who may look
        sari.page().navigate(sigap.reply() + "/?state=closed&kind=praise&channel=telegram");
        check.look("queue-empty", sari.page());
        sari.page().navigate(sigap.reply() + "/kasus/" + UUID.randomUUID());
        assertThat(sari.page().locator("h1")).hasText("Halaman tidak ditemukan");
        check.look("not-found", sari.page());
        AtTheDesk dewi = AtTheDesk.login(chromium, "dewi");
        assertThat(dewi.page().locator("h1")).hasText("Halaman ini bukan untuk akun Anda");
        check.look("forbidden", dewi.page());

        check.mustHaveFoundNothing();
        sari.page().context().close();
        budi.page().context().close();
    }

    @Test
    void everybodyCanReadTheOtherScreens() {
        PageCheck check = new PageCheck();
        AtTheDesk sari = AtTheDesk.login(chromium, "sari");
        AtTheDesk budi = AtTheDesk.login(chromium, "budi");

        // What waits for an approval, for whoever may decide and for whoever may not
        openCase(sari, write("kemenhub-wa", mark(), COMPLAINT));
        sari.button("Ajukan").click();
        sari.isTold("Jawaban sudah diajukan.");
        sari.press("g", "a");
        assertThat(sari.page().locator("h1")).containsText("Persetujuan");
        check.look("approvals-others", sari.page());
        budi.press("g", "a");
        budi.page().locator(".card summary").first().click();
        check.look("approvals", budi.page());

        // What did not arrive
        String stuck = write("kemenhub-wa", mark(), COMPLAINT);
        failNextSend();
        release(Desk.awaitDraft(SARI, stuck));
        await().atMost(Desk.PATIENCE).until(() -> {
            budi.page().navigate(sigap.reply() + "/kiriman");
            return budi.page().locator(".card").count() > 0;
        });
        check.look("stuck", budi.page());
        budi.button("Kirim ulang").first().click();
        budi.isTold("Jawaban dikirim ulang.");

        // The agency's own texts: refused, looked at, kept
        budi.press("g", "t");
        check.look("templates", budi.page());
        budi.page().locator("[name=nama]").fill("Sapaan " + mark());
        budi.page().locator("#teks").fill("Halo{nama}, laporan {nomer} kami terima.");
        budi.button("Simpan").click();
        assertThat(budi.page().locator(".notice"))
                .containsText("Teksnya belum dapat dipakai: isian {nomer} pada huruf ke-21 tidak dikenal");
        check.look("template-refused", budi.page());
        budi.page().locator("#teks").fill("Halo{nama}, laporan {nomor} kami terima.");
        budi.button("Lihat hasilnya").click();
        assertThat(budi.page().locator(".letter")).containsText("Halo Sri Wahyuni, laporan KHB-");
        check.look("template-preview", budi.page());
        budi.button("Simpan").click();
        budi.isTold("Templat tersimpan.");

        check.mustHaveFoundNothing();
        sari.page().context().close();
        budi.page().context().close();
    }

    @Test
    void everybodyCanReadTheScreensOfSupervisorsAndAuditors() {
        PageCheck check = new PageCheck();
        AtTheDesk budi = AtTheDesk.login(chromium, "budi");
        Page page = budi.page();

        // The knowledge base: a list, a mistake, what an article would answer, and one that is kept
        budi.press("g", "k");
        page.locator("#jawab").waitFor();
        check.look("knowledge", page);
        page.locator("[name=id]").fill("Bukan Kode");
        writeArticle(page);
        page.locator("button[value=simpan]").click();
        assertThat(page.locator(".notice")).containsText("Periksa kolom Kode");
        check.look("knowledge-refused", page);
        page.locator("[name=id]").fill("layar-" + mark().substring(0, 12));
        page.locator("button[value=lihat]").click();
        assertThat(page.locator("#terjawab")).isFocused();
        check.look("knowledge-preview", page);
        page.locator("#terjawab").press("s");
        budi.isTold("Artikel tersimpan. Yang terbit langsung dipakai.");
        assertThat(page.locator(".things [aria-current]")).hasCount(1);

        // The policies, and what others would have done
        budi.press("g", "p");
        page.locator("#usulan").fill("replies: [");
        page.locator("button[data-key=s]").click();
        assertThat(page.locator(".notice.bad")).isVisible();
        page.locator("#usulan").fill("replies:\n  - when: {}\n    then: one-approval\n");
        page.locator("button[data-key=s]").click();
        assertThat(page.locator("#hasil")).isFocused();
        check.look("policies", page);

        // Incidents, though none may be there
        budi.press("g", "i");
        assertThat(page.locator("h1")).containsText("Insiden");
        check.look("incidents", page);

        // Who was told of what, by the keyboard; all of it and what has failed
        budi.press("g", "r");
        assertThat(page.locator("h1")).hasText("Peringatan");
        check.look("alerts", page);
        page.locator(".tabs a").last().click();
        assertThat(page.locator(".tabs [aria-current]")).hasText("Gagal");
        check.look("alerts-failed", page);
        page.context().close();

        // The record of acts
        AtTheDesk dewi = AtTheDesk.login(chromium, "dewi", "id-ID", sigap.reply() + "/audit");
        dewi.press("v");
        assertThat(dewi.page().locator("tbody")).containsText("Templat disimpan");
        assertThat(dewi.page().locator(".notice.good")).containsText("Catatan utuh");
        check.look("audit", dewi.page());
        dewi.page().context().close();
        check.mustHaveFoundNothing();
    }

    @Test
    void everybodyCanReadWhatElseIsDoneToACase() {
        PageCheck check = new PageCheck();
        AtTheDesk sari = AtTheDesk.login(chromium, "sari");
        AtTheDesk budi = AtTheDesk.login(chromium, "budi");
        Page page = sari.page();
        String mark = write("kemenhub-wa", mark(), COMPLAINT);
        String id = Desk.awaitDraft(SARI, mark).getString("caseId");

        // Duty: budi is on it, so that he can be named
        budi.press("g", "d");
        budi.page().locator("[name=kapasitas]").fill("0");
        budi.press("Escape", "a");
        budi.isTold("Anda bertugas. Kasus baru dibagikan kepada Anda.");
        budi.page().locator(".choices summary").first().click();
        check.look("duty", budi.page());

        // A note that names him, by the keyboard alone
        page.navigate(sigap.reply() + "/kasus/" + id);
        sari.press("w");
        page.keyboard().type("Tolong cek, @bu");
        sari.press("Tab", "Enter");
        assertThat(page.locator("#catatan")).hasValue("Tolong cek, @budi ");
        check.look("case-note", page);
        page.keyboard().type(mark);
        page.locator(".notes[open] button[type=submit]").click();
        sari.isTold("Catatan tersimpan.");
        budi.press("g", "m");
        assertThat(budi.page().locator(".card").first()).containsText(mark);
        check.look("mentions", budi.page());
        budi.press("a");
        budi.isTold("Ditandai sudah dibaca.");

        // The matter is passed on, and planned
        sari.press("o");
        page.keyboard().type("Dinas Perhubungan");
        check.look("case-to-pass-on", page);
        page.locator("[name=penerima]").fill("Kepala dinas");
        page.locator(".notes[open] [name=alasan]").fill("Terminal milik daerah");
        sari.press("Enter");
        sari.isTold("Diteruskan. Kasusnya tetap terbuka sampai instansi itu menjawab.");
        sari.press("p");
        page.locator("[name=kapan]")
                .fill(LocalDateTime.now(ZoneId.of("Asia/Jakarta"))
                        .plusHours(3)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        sari.press("Escape", "s");
        sari.isTold("Jawaban sudah diajukan.");
        assertThat(page.locator(".planned")).containsText("Dijadwalkan keluar");
        sari.press("g", "s");
        assertThat(page.locator("#terjadwal")).isVisible();
        check.look("sends", page);
        page.context().close();

        // An answer that was sent on a page of ours is taken back
        String web = mark();
        Page form = chromium.visitor("id-ID").newPage();
        form.navigate(sigap.ingest() + "/?kepada=kemenhub-web");
        form.locator("#pesan").fill(COMPLAINT + web);
        form.getByRole(AriaRole.BUTTON).click();
        form.locator("a.tautan").waitFor();
        form.context().close();
        release(Desk.awaitDraft(SARI, web));
        openCase(budi, web);
        assertThat(budi.page().locator("h1 .tag")).hasText("Dijawab");
        budi.page().locator(".talk summary").click();
        budi.page().locator(".talk [name=alasan]").fill("Salah jadwal");
        check.look("case-to-take-back", budi.page());
        budi.press("Enter");
        budi.isTold("Jawaban ditarik. Pesan warga kembali menunggu.");
        budi.page().context().close();

        // Webhooks, for whom they concern
        AtTheDesk rina = AtTheDesk.login(chromium, "rina", "id-ID", sigap.reply() + "/webhook");
        check.look("webhooks", rina.page());
        rina.page().locator("[name=alamat]").fill("https://kait.contoh.id/" + mark);
        rina.press("Escape", "s");
        assertThat(rina.page().locator("#rahasia")).containsText("whsec_");
        rina.press("v");
        rina.isTold("Kiriman uji berangkat. Hasilnya muncul di catatan.");
        check.look("webhook", rina.page());
        rina.page().context().close();
        check.mustHaveFoundNothing();
    }

    private static void writeArticle(Page page) {
        page.locator("[name=judul]").fill("Jam buka loket");
        page.locator("[name=dari]").fill("2026-01-01");
        page.locator("#tanya").fill("Loket buka jam berapa?\nKRL telat di Stasiun Cilebut, kapan normal?");
        page.locator("#jawab").fill("Loket buka setiap hari pukul 05.00 sampai 22.00.");
        page.locator("[name=sumber]").fill("Peraturan direksi 12/2026");
    }

    @Test
    void aFullQueueHasMorePages() {
        // Given more cases of the other agency than a page takes
        for (int n = 0; n < 51; n++) {
            send("kemenkes-wa", mark(), "IGD RSUD penuh, ibu saya sudah menunggu 5 jam. ");
        }
        AtTheDesk joko = AtTheDesk.login(chromium, "joko");
        Page page = joko.page();
        assertThat(page.locator(".list .summary")).containsText("50 kasus pertama");

        // When and then
        PageCheck check = new PageCheck();
        check.look("queue-full", page);
        link(page, "Berikutnya").click();
        link(page, "Kembali ke awal").click();
        assertThat(page.locator(".list .summary")).containsText("50 kasus pertama");
        check.mustHaveFoundNothing();

        // And a case of another agency is not there
        openCase(joko, write("kemenhub-wa", mark(), COMPLAINT));
        assertThat(page.locator("h1")).hasText("Halaman tidak ditemukan");
        page.context().close();
    }

    @Test
    void everybodyCanReadTheCitizensPages() {
        PageCheck check = new PageCheck();
        Page page = chromium.visitor("id-ID").newPage();

        // The form, with a mistake too
        page.navigate(sigap.ingest() + "/");
        check.look("form-choose", page);
        page.navigate(sigap.ingest() + "/?kepada=kemenhub-web");
        check.look("form", page);
        page.locator("#pesan").fill("   ");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#masalah")).isFocused();
        check.look("form-refused", page);
        String mark = mark();
        page.locator("#pesan").fill(COMPLAINT + mark);
        page.locator("#nama").fill("Wahyu");
        page.getByRole(AriaRole.BUTTON).click();
        Locator link = page.locator("a.tautan");
        link.waitFor();
        check.look("form-sent", page);

        // The tracking page, before and after the answer
        String address = link.getAttribute("href");
        release(Desk.awaitDraft(SARI, mark));
        await().atMost(Desk.PATIENCE).until(() -> {
            page.navigate(address);
            return page.locator("li.ours").isVisible();
        });
        check.look("tracking", page);
        page.navigate(sigap.reply() + "/lacak/abc");
        check.look("tracking-not-found", page);

        // The phone, new and with a conversation
        Page phone = phone("Warga " + mark());
        check.look("phone-new", phone);
        phone.locator("#words").fill("Halo, ini pesan dengan kata " + "panjang".repeat(30));
        phone.keyboard().press("Enter");
        phone.locator(".bubble.mine .ticks.sent").waitFor();
        check.look("phone", phone);

        check.mustHaveFoundNothing();
        page.context().close();
        phone.context().close();
    }

    @Test
    void everybodyCanReadTheFigures() {
        PageCheck check = new PageCheck();
        AtTheDesk budi = AtTheDesk.login(chromium, "budi", "id-ID", sigap.metrics() + "/");
        Page page = budi.page();
        write("kemenhub-wa", mark(), COMPLAINT);
        await().atMost(Desk.PATIENCE).until(() -> {
            page.navigate(sigap.metrics() + "/?groupBy=channel&per=hour");
            return page.locator("[data-chart=course] canvas").count() == 1;
        });
        check.look("metrics", page);
        assertThat(page.locator("[data-chart=stacks] canvas")).isVisible();
        page.navigate(sigap.metrics() + "/?per=abad");
        check.look("metrics-trouble", page);

        // What everybody sees
        Page anybody = chromium.visitor("id-ID").newPage();
        anybody.navigate(sigap.metrics() + "/publik");
        assertThat(anybody.locator("h1")).hasText("Rapor daya tanggap");
        anybody.locator("#arti summary").click();
        check.look("public", anybody);
        anybody.navigate(sigap.metrics() + "/publik/kemenhub-contoh");
        check.look("public-agency", anybody);
        anybody.navigate(sigap.metrics() + "/publik/kemenhub-contoh/sematan");
        check.look("public-embedded", anybody);

        check.mustHaveFoundNothing();
        anybody.context().close();
        page.context().close();
    }

    @Test
    void theWallboardFollows() {
        // Given the wallboard, and somebody who waits
        PageCheck check = new PageCheck();
        AtTheDesk budi = AtTheDesk.login(chromium, "budi", "id-ID", sigap.metrics() + "/papan");
        Page page = budi.page();
        String mark = write("kemenhub-wa", mark(), COMPLAINT);
        JsonPath draft = Desk.awaitDraft(SARI, mark);
        await().atMost(Desk.PATIENCE).until(() -> FiguresApi.waits(draft.getString("caseId")));
        page.reload(); // so that what is counted before the answer has this citizen in it
        check.look("wallboard", page);
        long before = waiting(page);

        // When the answer is accepted
        release(draft);
        Instant approved = Instant.now();

        // Then the page shows it by itself
        await().atMost(Desk.PATIENCE).until(() -> waiting(page) < before);
        Measured.say(
                "the wallboard showed an answer %d ms after its approval",
                Duration.between(approved, Instant.now()).toMillis());
        check.mustHaveFoundNothing();
        page.context().close();
    }

    private static long waiting(Page wallboard) {
        return Long.parseLong(
                wallboard.locator("#menunggu").textContent().replace(".", "").strip());
    }

    @Test
    void whoReadsEnglishIsSpokenToInEnglish() {
        // Given
        String mark = write("kemenhub-wa", mark(), COMPLAINT);
        AtTheDesk sari = AtTheDesk.login(chromium, "sari", "en-GB", sigap.reply() + "/");
        Page page = sari.page();

        // Then the desk is English
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("h1")).hasText("Queue");
        openCase(sari, mark);
        assertThat(sari.button("Submit")).isVisible();
        PageCheck check = new PageCheck();
        check.look("case-english", page);
        page.navigate(sigap.reply() + "/kasus/" + UUID.randomUUID());
        assertThat(page.locator("h1")).hasText("Page not found");

        // And so is what a citizen sees
        page.navigate(sigap.ingest() + "/?kepada=kemenhub-web");
        assertThat(page.getByRole(AriaRole.BUTTON)).hasText("Send message");
        page.navigate(sigap.reply() + "/lacak/abc");
        assertThat(page.locator("h1")).hasText("Link not found");

        // When she switches, it stays so
        page.navigate(sigap.reply() + "/");
        link(page, "Bahasa Indonesia").click();
        assertThat(page.locator("h1")).hasText("Antrean");
        page.navigate(sigap.reply() + "/?state=all");
        assertThat(page.locator("html")).hasAttribute("lang", "id");
        check.mustHaveFoundNothing();
        page.context().close();
    }

    private Page phone(String name) {
        Page phone = chromium.visitor("id-ID").newPage();
        phone.navigate(sigap.simulatorAddress() + "/?account=kemenhub-wa&name=" + name.replace(" ", "+"));
        phone.locator("#samples button").first().waitFor();
        return phone;
    }

    private void openCase(AtTheDesk person, String mark) {
        String id = Desk.awaitDraft(SARI, mark).getString("caseId");
        person.page().navigate(sigap.reply() + "/kasus/" + id);
    }

    /** Writes as a citizen and waits until there is a draft; the mark. */
    private String write(String account, String mark, String text) {
        send(account, mark, text);
        Desk.awaitDraft(SARI, mark);
        return mark;
    }

    private void send(String account, String mark, String text) {
        given().contentType("application/json")
                .body(Map.of("from", "62813" + Math.floorMod(mark.hashCode(), 89_999_999), "text", text + mark))
                .post(sigap.simulatorAddress() + "/sim/whatsapp/" + account + "/messages")
                .then()
                .statusCode(200);
    }

    private void failNextSend() {
        given().contentType("application/json")
                .body(Map.of("kind", "status", "account", "kemenhub-wa", "next", 1, "status", 400))
                .post(sigap.simulatorAddress() + "/sim/faults")
                .then()
                .statusCode(201);
    }

    private static void release(JsonPath found) {
        String replyId = found.getString("replies[0].replyId");
        String hash = found.getString("replies[0].textHash");
        assertEquals(200, Desk.act(SARI, "submit", replyId, hash).statusCode());
        assertEquals(200, Desk.act(BUDI, "approve", replyId, hash).statusCode());
    }

    private static Locator link(Page page, String label) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** Letters only: a number could be taken for personal data. */
    private static String mark() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                .collect(Collectors.joining());
    }
}
