package id.sigap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlangTest {
    @ParameterizedTest
    @CsvSource({
        "keretanya, kereta",
        "keretamu, kereta",
        "tiketku, tiket",
        "bisakah, bisa",
        "sekolah, sekolah",
        "masalah, masalah",
        "menikah, menikah",
        "pelaku, pelaku",
        "bertemu, bertemu",
        "bertanya, bertanya",
        "jumlah, jumlah",
    })
    void takesOnlyClitics(String word, String bare) {
        assertEquals(bare, Slang.bare(word));
    }
}
