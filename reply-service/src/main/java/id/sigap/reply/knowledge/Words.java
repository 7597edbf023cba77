package id.sigap.reply.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text as an index knows them: slang spelled out, words brought to their stem, and what says nothing left
 * out. Articles and messages of one language are read the same way.
 */
final class Words {
    /** Of Indonesian, as people write it. */
    static final Words INDONESIAN = new Words(analyzer(), slang());

    /** Of English, with the words of this country that one needs in it. */
    static final Words ENGLISH = new Words(englishAnalyzer(), Map.of());

    /** Longer texts are read up to here: what is asked stands in the beginning, and a search stays cheap. */
    private static final int LOOKED_AT = 2_000;

    private static final int MOST_TERMS = 80;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");

    /** How people write, and how articles do. Words of asking are left to the analyzer's stop words. */
    private static Map<String, String> slang() {
        return Map.ofEntries(
                Map.entry("gk", "tidak"),
                Map.entry("ga", "tidak"),
                Map.entry("gak", "tidak"),
                Map.entry("ngga", "tidak"),
                Map.entry("nggak", "tidak"),
                Map.entry("enggak", "tidak"),
                Map.entry("tdk", "tidak"),
                Map.entry("tak", "tidak"),
                Map.entry("blm", "belum"),
                Map.entry("blom", "belum"),
                Map.entry("udh", "sudah"),
                Map.entry("udah", "sudah"),
                Map.entry("sdh", "sudah"),
                Map.entry("dah", "sudah"),
                Map.entry("gmn", "bagaimana"),
                Map.entry("gmna", "bagaimana"),
                Map.entry("gimana", "bagaimana"),
                Map.entry("gimna", "bagaimana"),
                Map.entry("brp", "berapa"),
                Map.entry("brapa", "berapa"),
                Map.entry("kpn", "kapan"),
                Map.entry("dmn", "di mana"),
                Map.entry("dmna", "di mana"),
                Map.entry("knp", "kenapa"),
                Map.entry("krn", "karena"),
                Map.entry("yg", "yang"),
                Map.entry("utk", "untuk"),
                Map.entry("dgn", "dengan"),
                Map.entry("sm", "sama"),
                Map.entry("bgt", "banget"),
                Map.entry("bs", "bisa"),
                Map.entry("bsa", "bisa"),
                Map.entry("hrs", "harus"),
                Map.entry("jdwl", "jadwal"),
                Map.entry("jam2", "jam"),
                Map.entry("duit", "uang"),
                Map.entry("refund", "kembali uang tiket"),
                Map.entry("reschedule", "ubah jadwal"),
                Map.entry("resched", "ubah jadwal"),
                Map.entry("cancel", "batal"),
                Map.entry("batalin", "batal"),
                Map.entry("dibatalin", "batal"),
                Map.entry("telat", "terlambat"),
                Map.entry("delay", "terlambat"),
                Map.entry("delayed", "terlambat"),
                Map.entry("ngaret", "terlambat"),
                Map.entry("molor", "terlambat"),
                Map.entry("nunggu", "menunggu"),
                Map.entry("nungguin", "menunggu"),
                Map.entry("bawa", "membawa"),
                Map.entry("naik", "naik"),
                Map.entry("ilang", "hilang"),
                Map.entry("ngilangin", "hilang"),
                Map.entry("ketinggalan", "tertinggal"),
                Map.entry("bayi", "bayi"),
                Map.entry("ortu", "orang tua"),
                Map.entry("rs", "rumah sakit"),
                Map.entry("rsud", "rumah sakit"),
                Map.entry("igd", "gawat darurat"),
                Map.entry("ugd", "gawat darurat"),
                Map.entry("pkm", "puskesmas"),
                Map.entry("askes", "bpjs"),
                Map.entry("jkn", "bpjs"),
                Map.entry("kis", "bpjs"),
                Map.entry("nyebrang", "menyeberang"),
                Map.entry("nyeberang", "menyeberang"),
                Map.entry("feri", "ferry"),
                Map.entry("commuter", "krl"),
                Map.entry("commuterline", "krl"),
                Map.entry("koper", "koper bagasi"),
                Map.entry("nyampe", "sampai"),
                Map.entry("ganti", "ganti"),
                Map.entry("daftar", "daftar"),
                Map.entry("ngedaftar", "daftar"),
                Map.entry("ngurus", "mengurus"),
                Map.entry("urusin", "mengurus"),
                Map.entry("bikin", "membuat"),
                Map.entry("perpanjang", "memperpanjang"),
                Map.entry("imunisasi", "imunisasi vaksin"),
                Map.entry("vaksinasi", "vaksin"),
                Map.entry("booster", "booster vaksin"),
                Map.entry("antri", "antre"),
                Map.entry("antrian", "antrean"),
                Map.entry("ngantri", "antre"),
                Map.entry("ngantre", "antre"));
    }

    /** Said in almost every message to a desk, beside what the analyzer's own list has. */
    private static Set<String> smallTalk() {
        return Set.of(
                "min",
                "mimin",
                "admin",
                "kak",
                "kakak",
                "gan",
                "bro",
                "sis",
                "pak",
                "bapak",
                "bu",
                "ibu",
                "mas",
                "mbak",
                "mba",
                "halo",
                "hai",
                "hallo",
                "permisi",
                "assalamualaikum",
                "selamat",
                "pagi",
                "siang",
                "sore",
                "malam",
                "tolong",
                "mohon",
                "bantu",
                "dong",
                "donk",
                "deh",
                "sih",
                "kok",
                "nih",
                "tuh",
                "lho",
                "loh",
                "ya",
                "yah",
                "banget",
                "terima",
                "kasih",
                "makasih",
                "terimakasih",
                "tanya",
                "nanya",
                "bertanya",
                "tanyakan",
                "mau",
                "ingin",
                "pengen",
                "pengin",
                "info",
                "infonya",
                "saya",
                "aku",
                "gue",
                "gw",
                "kami",
                "kita",
                "bisa",
                "boleh",
                "gitu",
                "aja",
                "saja",
                "apakah",
                "bagaimana",
                "berapa",
                "kapan",
                "kenapa",
                "mengapa",
                "mana",
                "apa",
                "siapa",
                "sudah",
                "belum",
                "tidak",
                "ada",
                "caranya",
                "cara");
    }

    /** The same in English; the words of asking say as little. */
    private static Set<String> englishSmallTalk() {
        return Set.of(
                "hi",
                "hello",
                "hey",
                "dear",
                "sir",
                "madam",
                "admin",
                "team",
                "please",
                "pls",
                "help",
                "thanks",
                "thank",
                "thx",
                "i",
                "we",
                "me",
                "my",
                "you",
                "your",
                "our",
                "us",
                "how",
                "what",
                "when",
                "where",
                "which",
                "who",
                "why",
                "do",
                "does",
                "did",
                "can",
                "could",
                "would",
                "should",
                "may",
                "am",
                "was",
                "were",
                "have",
                "has",
                "had",
                "want",
                "need",
                "like",
                "know",
                "tell",
                "ask",
                "question",
                "about",
                "any",
                "some",
                "get",
                "there",
                "so",
                "from",
                "just",
                "also",
                "much",
                "many");
    }

    private final Analyzer analyzer;
    private final Map<String, String> slang;

    private Words(Analyzer analyzer, Map<String, String> slang) {
        this.analyzer = analyzer;
        this.slang = slang;
    }

    /** The different terms of a text, in order. */
    Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream("text", plain(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < MOST_TERMS && stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
        return terms;
    }

    /** What the index is written with; {@link #plain} comes first. */
    Analyzer forIndex() {
        return analyzer;
    }

    /** Lower case, without links, slang spelled out. */
    String plain(String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        String folded = Normalizer.normalize(LINK.matcher(start).replaceAll(" "), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length() + 32);
        Matcher words = WORD.matcher(folded);
        while (words.find()) {
            String word = words.group();
            plain.append(slang.getOrDefault(word, word)).append(' ');
        }
        return plain.toString();
    }

    private static Analyzer analyzer() {
        CharArraySet silent = new CharArraySet(IndonesianAnalyzer.getDefaultStopSet(), true);
        silent.addAll(smallTalk());
        return new IndonesianAnalyzer(silent);
    }

    private static Analyzer englishAnalyzer() {
        CharArraySet silent = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
        silent.addAll(englishSmallTalk());
        return new EnglishAnalyzer(silent);
    }
}
