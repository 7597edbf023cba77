package id.sigap.reply.notice;

import static id.sigap.reply.notice.Alerts.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.AlertRule.Language;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.ChannelSilent;
import id.sigap.contracts.event.SurgeDetected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people are mailed. */
class LetterWriterTest {
    private static final UUID CASE = UUID.fromString("019be358-1d60-7000-8000-000000000001");

    @Test
    void aLetterSaysWhatIsLateAndWhatWillBeSinceWhenByWhenAndWhoHasIt() {
        // Given one turn that is late, and one that soon is
        List<Line> lines = List.of(
                new Line(
                        Alerts.dueSoon(1, MORNING.minusSeconds(480), MORNING.plusSeconds(120)),
                        CASE,
                        "KHB-2026-000001",
                        null),
                new Line(
                        Alerts.overdue(2, MORNING.minusSeconds(90_000), MORNING.minusSeconds(86_400), "legal"),
                        null,
                        null,
                        "sari"));

        // When
        Letter letter = letter(Language.INDONESIAN, lines);

        // Then
        assertEquals(
                "[Sigap] 1 pesan lewat tenggat, 1 pesan hampir lewat tenggat - Kementerian Perhubungan",
                letter.subject());
        assertEquals("""
                        Halo rekan-rekan di Kementerian Perhubungan,

                        Sudah lewat tenggat (1)
                        - Kasus baru, Direktorat Perkeretaapian, WhatsApp Kemenhub
                          Menunggu 1 hari 1 jam; seharusnya dijawab paling lambat 21 Januari 2026 pukul 10.00 WIB menurut undang-undang. Ditangani oleh sari.
                          https://meja.example/kasus/00000000-0000-0009-0000-000000000002

                        Hampir lewat tenggat (1)
                        - KHB-2026-000001, Direktorat Perkeretaapian, WhatsApp Kemenhub
                          Menunggu 8 menit; harus dijawab paling lambat pukul 10.02 WIB. Belum ada yang menangani.
                          https://meja.example/kasus/019be358-1d60-7000-8000-000000000001

                        Pesan ini dikirim otomatis oleh Sigap menurut aturan peringatan instansi Anda. Isi pesan dan identitas warga sengaja tidak disertakan; keduanya hanya ada di meja kerja.
                        """, letter.text());
    }

    @Test
    void aTurnOfWhichTwoAlertsToldIsNamedOnceAsItStandsNow() {
        // Given a turn that was due soon when that was told, and is late by now
        List<Line> lines = List.of(
                line(Alerts.dueSoon(1, MORNING.minusSeconds(700), MORNING.minusSeconds(60))),
                line(Alerts.overdue(1, MORNING.minusSeconds(700), MORNING.minusSeconds(60), null)));

        // Then
        Letter letter = letter(Language.ENGLISH, lines);
        assertEquals("[Sigap] 1 message overdue - Kementerian Perhubungan", letter.subject());
        assertTrue(letter.text().contains("Overdue (1)\n"));
        assertFalse(letter.text().contains("Due soon"));
        assertTrue(letter.text().contains("Waiting for 11 minutes; was due by 09:59 WIB. Nobody has it yet."));
    }

    @Test
    void aStormIsOneLetterThatNamesTheFirstAndCountsTheOthers() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            lines.add(line(Alerts.overdue(i, MORNING.minusSeconds(5_000), MORNING.minusSeconds(4_000 - i), null)));
        }

        Letter letter = letter(Language.INDONESIAN, lines);

        assertEquals("[Sigap] 1000 pesan lewat tenggat - Kementerian Perhubungan", letter.subject());
        assertTrue(letter.text().contains("- dan 980 lagi\n"));
        assertTrue(letter.text().length() < 6_000);
        assertTrue(letter.text().contains(new UUID(9, 0).toString()), "what has been due longest is named first");
        assertFalse(letter.text().contains(new UUID(9, 20).toString()));
    }

    @Test
    void quietAccountsAndSurgesAreNamed() {
        List<Line> lines = List.of(
                line(new ChannelSilent(
                        "kemenhub",
                        "kemenhub-wa",
                        Channel.WHATSAPP,
                        true,
                        MORNING.minus(Duration.ofHours(2)),
                        MORNING)),
                line(new SurgeDetected("kemenhub", "i1", "kereta-telat", 12, List.of(), MORNING)),
                line(new SurgeDetected("kemenhub", "i1", "kereta-telat", 48, List.of(), MORNING)));

        Letter letter = letter(Language.INDONESIAN, lines);

        assertEquals("[Sigap] 1 akun sepi, 1 lonjakan pesan - Kementerian Perhubungan", letter.subject());
        assertTrue(letter.text()
                .contains("- WhatsApp Kemenhub: tidak ada pesan masuk sejak pukul 08.00 WIB. Mohon periksa"));
        assertTrue(letter.text().contains("- Kereta terlambat: 48 pesan sejauh ini\n"));
    }

    private static Line line(AlertEvent alert) {
        return new Line(alert, null, null, null);
    }

    private static Letter letter(Language language, List<Line> lines) {
        return new LetterWriter(Alerts.agency(), language, "https://meja.example", MORNING).of(lines);
    }
}
