package id.sigap.triage.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Passage;
import id.sigap.triage.text.Normaliser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "question|jam berapa kereta pertama ke Bogor?|jam berapa kereta pertama ke Bogor?",
                "question|jam berapa kereta pertama, dan berapa harganya?|jam berapa kereta pertama#berapa harganya?",
                "question|Selamat pagi min. Syaratnya apa saja? Bisa diwakilkan tidak?|Syaratnya apa saja?#Bisa diwakilkan tidak?",
                "question|mau tanya min. loket buka jam berapa|loket buka jam berapa",
                "question|1. syarat pindah faskes apa? 2. berapa lama prosesnya? 3) bisa online?|syarat pindah faskes apa?#berapa lama prosesnya?#bisa online?",
                "complaint|Lampu di Jl. Mawar No. 12 mati. Mohon diperbaiki.|Lampu di Jl. Mawar No. 12 mati. Mohon diperbaiki",
                "complaint|toilet stasiun bau, tolong dibersihkan, sama AC gerbong 3 mati|toilet stasiun bau, tolong dibersihkan, sama AC gerbong 3 mati",
                "complaint|tolong perbaiki lift Gondangdia dan tolong tambah petugas di peron|tolong perbaiki lift Gondangdia#tolong tambah petugas di peron",
                "complaint|KRL telat lagi|KRL telat lagi",
                "question|Apakah nilai SKD tahun lalu bisa digunakan lagi?|Apakah nilai SKD tahun lalu bisa digunakan lagi?",
                "question|Apakah PP 94 berlaku juga bagi PPPK?|Apakah PP 94 berlaku juga bagi PPPK?",
                "complaint|mohon maaf sebelumnya. bus 7F ngetem 1 jam|mohon maaf sebelumnya. bus 7F ngetem 1 jam",
                "complaint|Tarif 12.500 jadi 15.000 di St. Tebet, kok bisa? Tolong dicek|Tarif 12.500 jadi 15.000 di St. Tebet, kok bisa? Tolong dicek",
                "other|baik kak, saya tunggu|''",
                "other|usul min, sebaiknya loket dibuka sampai malam|usul min, sebaiknya loket dibuka sampai malam",
                "praise|petugas Gambir ramah sekali, terima kasih|''",
                "spam|tolong klik link ini?|''",
                "complaint|pertama saya mau refund tiket kemarin, kedua tolong blokir akun calo itu|saya mau refund tiket kemarin#tolong blokir akun calo itu",
            })
    void findsEachRequest(String kind, String text, String expected) {
        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected.split("#"));
        assertEquals(wanted, texts(Kind.of(kind), text));
    }

    @Test
    void tellsPlacesInTheTextAsItWasWritten() {
        // Given disguised letters, a drawn-out word and signs outside the first plane before the request
        String text = "🚆😡 LAMAAAAA!! 𝐤𝐚𝐩𝐚𝐧 berangkatnya? 🙏";

        // When
        List<Passage> found = RequestFinder.find(Kind.QUESTION, Normaliser.normalise(text));

        // Then
        assertEquals(1, found.size());
        String request = text.substring(found.get(0).start(), found.get(0).end());
        assertTrue(request.contains("𝐤𝐚𝐩𝐚𝐧 berangkatnya?"), request);
    }

    @Test
    void aLongComplaintWithoutPleaHasItsHeart() {
        String story = "Saya berangkat dari rumah pukul lima pagi bersama keluarga dan tetangga kami semua. ".repeat(4);
        List<String> found = texts(Kind.COMPLAINT, story + "Petugas kasar dan toilet kotor, AC rusak. " + story);
        assertEquals(List.of("Petugas kasar dan toilet kotor, AC rusak"), found);
    }

    @Test
    void thereIsAnEndToRequests() {
        assertEquals(
                RequestFinder.MOST,
                texts(Kind.QUESTION, "berapa harganya? ".repeat(400)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "1. ", "tolong, ", "dan ", "kapan? ", ". ", "a,", "mohon maaf "})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHugeTextIsReadInOneGo(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        List<Passage> found = RequestFinder.find(Kind.COMPLAINT, Normaliser.normalise(text));
        int end = 0;
        for (Passage passage : found) {
            assertTrue(passage.start() >= end && passage.end() <= text.length());
            end = passage.end();
        }
        assertFalse(found.isEmpty() && text.contains("kapan"));
    }

    private static List<String> texts(Kind kind, String text) {
        return RequestFinder.find(kind, Normaliser.normalise(text)).stream()
                .map(passage -> text.substring(passage.start(), passage.end()))
                .toList();
    }
}
