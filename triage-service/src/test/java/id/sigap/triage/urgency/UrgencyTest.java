package id.sigap.triage.urgency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.triage.text.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {
    @ParameterizedTest
    @CsvSource({
        "complaint, TOLONG kereta anjlok banyak yang luka, critical",
        "complaint, bapak saya sesak nafas di peron, critical",
        "question, 'ada yang pingsan, harus hubungi siapa?', critical",
        "complaint, takut kecelakaan kalau palangnya rusak begini, high",
        "complaint, untung tidak ada yang meninggal tapi tolong diperbaiki, normal",
        "complaint, ada ibu hamil kepanasan, high",
        "complaint, krl mogok lagi, high",
        "complaint, toilet bau, normal",
        "question, ibu hamil boleh naik kereta?, normal",
        "praise, damkar hebat kebakaran cepat padam, low",
        "spam, slot gacor darurat cuan, low",
        "other, turut berduka atas kecelakaan kemarin, high",
        "other, terima kasih, low",
    })
    void followsTheWords(String kind, String text, String urgency) {
        assertEquals(Urgency.of(urgency), UrgencyRules.of(Kind.of(kind), Normaliser.normalise(text)));
    }

    @Test
    void intensityGrowsWithHeatAndStaysInBounds() {
        double calm = Intensity.of(Normaliser.normalise("mohon informasi jadwal kereta"));
        double annoyed = Intensity.of(Normaliser.normalise("kereta telat lagi, kecewa saya!"));
        double furious = Intensity.of(Normaliser.normalise("BANGSAT!!! LAMA BANGEEET GOBLOK KALIAN SEMUA!!!"));
        assertEquals(0, calm);
        assertTrue(annoyed > calm && annoyed < 0.5, () -> "annoyed " + annoyed);
        assertTrue(furious > 0.8 && furious <= 1, () -> "furious " + furious);
    }
}
