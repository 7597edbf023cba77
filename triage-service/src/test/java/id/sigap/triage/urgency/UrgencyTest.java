package id.sigap.triage.urgency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.urgency.Deadlines.Nearness;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    /** A Wednesday, 10:00 in Jakarta. */
    private static final Instant SENT = Instant.parse("2026-03-04T03:00:00Z");

    private final LinearModel model = BundledTriage.MODEL;

    @ParameterizedTest
    @CsvSource({
        "complaint, TOLONG kereta anjlok banyak yang luka",
        "complaint, 'bapak saya sesak nafas di peron, tolong petugas'",
        "complaint, 'tolong ada orang jatuh pingsan di rel stasiun Tebet, kereta mau masuk'",
        "question, 'ada yang pingsan di gerbong 3, harus hubungi siapa?'",
        "complaint, 'istri saya pendarahan, ambulans tidak datang2 tolong'",
        "complaint, 'kaki temen gue kejepit pintu bus, cepetan kirim ambulan!!'",
        "complaint, 'tulung pak sepure kobong, wong akeh kejebak'",
        "question, 'anak saya minum racun tikus, harus bagaimana? cepat'",
    })
    void dangerToLifeIsCritical(String kind, String text) {
        assertEquals(Urgency.CRITICAL, urgency(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "praise, damkar hebat kebakaran cepat padam",
        "complaint, 'untung tidak ada yang meninggal, tapi tolong diperbaiki'",
        "complaint, toilet bau",
        "question, ibu hamil boleh naik kereta?",
        "question, 'santunan kecelakaan jasa raharja syaratnya apa?'",
        "other, terima kasih",
        "other, turut berduka atas kecelakaan kemarin",
        "complaint, bulan lalu bapak saya meninggal dan aktanya belum jadi sampai sekarang",
        "complaint, mati gaya nunggu kereta dua jam",
    })
    void dangerThatIsPastOrOnlySpokenOfIsNot(String kind, String text) {
        assertNotEquals(Urgency.CRITICAL, urgency(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "complaint, 'e-tiket belum masuk padahal kereta saya berangkat nanti jam 5'",
        "complaint, 'besok hari terakhir daftar ulang, servernya error terus'",
        "complaint, 'operasi ibu saya besok pagi tapi rujukannya ditolak'",
    })
    void whatIsDueSoonIsHigh(String kind, String text) {
        assertEquals(Urgency.HIGH, urgency(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "question, jam berapa kereta besok ke Surabaya?, normal",
        "praise, keren petugasnya, low",
        "spam, slot gacor darurat cuan, low",
        "other, selamat pagi, low",
    })
    void theRestMayWait(String kind, String text, String urgency) {
        assertEquals(Urgency.of(urgency), urgency(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "kereta saya berangkat nanti jam 5, NEAR",
        "besok terakhir daftar ulang tapi error, NEAR_AND_BLOCKED",
        "berangkat 2 jam lagi, NEAR",
        "penerbangan tgl 5 maret, NEAR",
        "penerbangan tanggal 6, NEAR",
        "penerbangan tgl 12 maret, NONE",
        "sidang hari jumat, NEAR",
        "sidang hari senin, NONE",
        "tadi berangkat jam 5, NONE",
        "kemarin ditutup jam 3, NONE",
        "jadwal kereta apa saja, NONE",
        "batas akhir tinggal 2 hari, NEAR",
    })
    void aDeadlineIsNearByTheMessagesOwnTime(String text, Nearness near) {
        assertEquals(near, Deadlines.of(Normaliser.normalise(text), SENT, JAKARTA));
    }

    @Test
    void theSameDateIsFarForAnEarlierMessage() {
        NormalText text = Normaliser.normalise("penerbangan saya tgl 6 maret");
        assertEquals(Nearness.NEAR, Deadlines.of(text, SENT, JAKARTA));
        assertEquals(Nearness.NONE, Deadlines.of(text, Instant.parse("2026-02-20T03:00:00Z"), JAKARTA));
        // 22:00 UTC of the third is the fourth in Jakarta
        assertEquals(Nearness.NEAR, Deadlines.of(text, Instant.parse("2026-03-03T22:00:00Z"), JAKARTA));
    }

    @Test
    void intensityGrowsWithHeatAndStaysInBounds() {
        double calm = intensity("mohon informasi jadwal kereta");
        double annoyed = intensity("kereta telat lagi, kecewa saya!");
        double furious = intensity("BANGSAT!!! LAMA BANGEEET GOBLOK KALIAN SEMUA!!!");
        assertTrue(calm >= 0 && calm < annoyed, () -> "calm " + calm + ", annoyed " + annoyed);
        assertTrue(annoyed < furious, () -> "annoyed " + annoyed + ", furious " + furious);
        assertTrue(furious > 0.5 && furious <= 1, () -> "furious " + furious);
    }

    private Urgency urgency(String kind, String words) {
        NormalText text = Normaliser.normalise(words);
        double[] learned = model.probabilities(LinearModel.URGENCY, model.read(text));
        return UrgencyReader.of(Kind.of(kind), text, learned, SENT, JAKARTA);
    }

    private double intensity(String words) {
        NormalText text = Normaliser.normalise(words);
        return IntensityReader.of(text, model.probabilities(LinearModel.INTENSITY, model.read(text)));
    }
}
