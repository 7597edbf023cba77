package id.sigap.reply.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakingUnitTest {
    private static final Agency AGENCY = Agency.builder("dinas", "Dinas", "Asia/Jakarta", "DNS", "loket")
            .units(
                    new Unit("pusat", "Pusat", null, "k"),
                    new Unit("loket", "Loket", "pusat", "k"),
                    new Unit("izin", "Izin", "loket", "k"),
                    new Unit("aduan", "Aduan", "loket", "k"),
                    new Unit("lain", "Lain", null, "k"))
            .build();

    @Test
    void theUnitThatHasAllCasesSpeaks() {
        assertEquals("izin", SpeakingUnit.of(AGENCY, List.of("izin")));
    }

    @Test
    void whereSeveralHaveTheNearestAboveAllOfThemSpeaks() {
        assertEquals("loket", SpeakingUnit.of(AGENCY, List.of("izin", "aduan")));
        assertEquals("loket", SpeakingUnit.of(AGENCY, List.of("loket", "izin")));
        assertEquals("pusat", SpeakingUnit.of(AGENCY, List.of("izin", "pusat", "aduan")));
    }

    @Test
    void whereTheyHaveNoneInCommonTheDefaultUnitSpeaks() {
        assertEquals("loket", SpeakingUnit.of(AGENCY, List.of("izin", "lain")));
        assertEquals("loket", SpeakingUnit.of(AGENCY, List.of()));
    }
}
