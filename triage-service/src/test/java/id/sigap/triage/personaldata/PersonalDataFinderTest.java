package id.sigap.triage.personaldata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers are invented; the identity numbers bear region and serial numbers of nobody. */
class PersonalDataFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIK saya 3273015408900001 pak|nik|3273015408900001",
                "ktp 3273 0154 0890 0001|nik|3273 0154 0890 0001",
                "3273.0154.0890.0001|nik|3273.0154.0890.0001",
                "nik 3 2 7 3 0 1 1 4 0 8 9 0 0 0 0 1|nik|3 2 7 3 0 1 1 4 0 8 9 0 0 0 0 1",
                "32730114😀0890😀0001 itu|nik|32730114😀0890😀0001",
                "no kk: 3273011408100002|kk|3273011408100002",
                "npwp 01.234.567.8-901.000|npwp|01.234.567.8-901.000",
                "NPWP baru 0123456789012345|npwp|0123456789012345",
                "kartu bpjs 0001234567890 nonaktif|bpjs|0001234567890",
                "hubungi 081234567890|phone|081234567890",
                "wa +62 812-3456-7890 ya|phone|+62 812-3456-7890",
                "0812 3456 7890|phone|0812 3456 7890",
                "0 8 1 2 3 4 5 6 7 8 9 0|phone|0 8 1 2 3 4 5 6 7 8 9 0",
                "email Sari.Dewi@contoh.go.id.|email|Sari.Dewi@contoh.go.id",
                "bus B 7391 KGA ngebut|plate|B 7391 KGA",
                "plat ad 1234 xy|plate|ad 1234 xy",
                "kartu kredit 4111 1111 1111 1111|card|4111 1111 1111 1111",
                "transfer ke rekening 1234567890123|card|1234567890123",
            })
    void finds(String written, String type, String place) {
        List<PersonalData> found = PersonalDataFinder.find(Normaliser.normalise(written));
        assertEquals(1, found.size(), found::toString);
        assertEquals(type, found.get(0).type());
        assertEquals(place, written.substring(found.get(0).start(), found.get(0).end()));
    }

    @Test
    void findsDigitsThatAreSplitByLineBreaksAndKeycaps() {
        String written = "nik 32730114\n08900001\nhp 0\uFE0F\u20E38\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E33456789";
        List<PersonalData> found = PersonalDataFinder.find(Normaliser.normalise(written));
        assertEquals(
                List.of("nik", "phone"), found.stream().map(PersonalData::type).toList());
        assertEquals(
                "32730114\n08900001",
                written.substring(found.get(0).start(), found.get(0).end()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIK 3273013208900001", // the 32nd
                "NIK 3273017208900001", // the 72nd: a woman's 32nd
                "NIK 3273013002900001", // 30 February
                "NIK 3273011413900001", // month 13
                "NIK 9973011408900001", // no such province
                "NIK 3273011408900000", // serial 0000
                "NIK 32730114089000011", // one digit too many
                "Rp 1.500.000.000.000 katanya",
                "tgl 12-05-2024 jam 08.30",
                "d 200 rb aja, di 3 rs",
                "a@b, @sari, @@@@",
                "aduan 12345678",
            })
    void leavesAlone(String written) {
        assertEquals(List.of(), PersonalDataFinder.find(Normaliser.normalise(written)));
    }

    @Test
    void ofTwoNumbersInARowBothAreFound() {
        List<PersonalData> found =
                PersonalDataFinder.find(Normaliser.normalise("3273 0114 0890 0001 08123456789 B 12 CD"));
        assertEquals(
                List.of("nik", "phone", "plate"),
                found.stream().map(PersonalData::type).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@a", "a@", "0 8 1 ", "B 1 ", "3273.", "@", "1234567890123456 ", "a.a@a."})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsSoonWhateverIsRepeated(String piece) {
        // A million characters: what takes the square of their number does not end within the minute.
        NormalText text = Normaliser.normalise(piece.repeat(1_000_000 / piece.length()));
        assertNotNull(PersonalDataFinder.find(text));
    }
}
