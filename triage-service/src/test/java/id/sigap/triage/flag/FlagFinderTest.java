package id.sigap.triage.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.triage.text.Normaliser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other|sebaiknya loket dibuka sampai malam",
                "other|usul min, gerbong wanita ditambah",
                "other|alangkah baiknya kalau ada kursi tunggu",
                "other|Saran: tambah jam layanan hari Sabtu",
                "other|mohon dipertimbangkan jalur khusus sepeda",
                "other|lebih baik kalau jadwalnya dipasang di halte",
                "other|gerbong khusus sepeda dong, pasti laku",
                "question|bagaimana kalau tarifnya dibuat langganan?",
            })
    void aSuggestionIsAnAspiration(String kind, String text) {
        assertEquals(List.of(Flag.ASPIRATION), flags(kind, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "question|apakah sebaiknya saya ke IGD dok?",
                "question|minta saran dok, anak saya demam",
                "praise|sekarang pelayanannya lebih baik, mantap",
                "complaint|harusnya jam 8 sudah datang",
                "other|saran dokter disuruh istirahat",
                "question|progres usulan kenaikan pangkat bisa dilihat di mana?",
                "other|oke kak, nanti saya kirim fotonya",
                "praise|alangkah indahnya stasiun ini",
            })
    void adviceForOneselfOrAComparisonIsNone(String kind, String text) {
        assertEquals(List.of(), flags(kind, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complaint|petugas loket minta uang 50 ribu di luar tarif",
                "complaint|Ada pungli di uji KIR, disuruh bayar 200rb biar lulus",
                "complaint|oknum polisi minta uang damai 100rb di Simpang Lima",
                "complaint|dana bansos dipotong ketua RT 50 ribu per orang",
                "complaint|kepala desa kami menyelewengkan dana desa untuk beli mobil pribadi",
                "complaint|ngurus SIM dipungut biaya tambahan tanpa kuitansi sama petugasnya",
                "complaint|absensi fiktif di kantor kami, pegawai tidak pernah masuk tetap digaji",
            })
    void abuseOfOfficeToldAsAFactIsForTheRestrictedLane(String kind, String text) {
        assertEquals(List.of(Flag.WHISTLE_BLOWING), flags(kind, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "question|bagaimana cara melaporkan korupsi di instansi saya?",
                "question|lapor pungli ke nomor berapa ya min",
                "praise|urus KTP gratis tanpa pungli, mantap",
                "other|stop pungli, selamat hari antikorupsi",
                "complaint|saya minta uang tiket saya dikembalikan, petugas cuek",
                "complaint|kenapa bayar parkir mahal sekali",
                "other|semoga tidak ada korupsi lagi di negeri ini",
            })
    void aQuestionADenialOrAClaimOfOnesOwnIsNone(String kind, String text) {
        assertEquals(List.of(), flags(kind, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other|terima kasih infonya kak",
                "other|oke siap, makasih min 🙏",
                "praise|mantap min, terima kasih banyak",
                "other|baik pak, noted",
                "other|matur nuwun sanget nggih",
                "other|hatur nuhun pisan",
                "other|👍",
                "other|tq kak",
            })
    void thanksAloneLeaveNothingToAnswer(String kind, String text) {
        assertEquals(List.of(Flag.GRATITUDE_ONLY), flags(kind, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other|selamat pagi min",
                "other|Selamat siang, Kak 🙏",
                "other|terima kasih, nomor tiketnya 88213",
                "other|oke, jadi kapan?",
                "praise|terima kasih petugas Stasiun Gambir yang menemukan dompet saya",
                "complaint|terima kasih",
                "other|makasih tapi refund saya belum masuk",
                "other|iya",
                "spam|terima kasih",
            })
    void thanksWithSomethingElseAreMore(String kind, String text) {
        assertEquals(List.of(), flags(kind, text));
    }

    private static List<Flag> flags(String kind, String text) {
        return FlagFinder.find(Kind.of(kind), Normaliser.normalise(text));
    }
}
