package id.sigap.reply.checks;

import id.sigap.contracts.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Every thing that is asked has something in the reply that may answer it: a word of the same stem, or one that answers
 * it by the thesaurus; a time for "when", a number for "how much". A day by which the answer comes covers everything, and
 * so does the question for a detail that is missing. A heuristic: it finds what was forgotten, not what is wrong.
 */
final class QuestionsCovered implements Check {
    private static final Map<String, Set<Integer>> THESAURUS = thesaurus();

    private static final Set<String> EMPTY = Set.of(
            "yang",
            "yg",
            "dan",
            "di",
            "ke",
            "dari",
            "ini",
            "itu",
            "tu",
            "ada",
            "apa",
            "apakah",
            "kapan",
            "berapa",
            "gimana",
            "bagaimana",
            "gmn",
            "kenapa",
            "knp",
            "mengapa",
            "dimana",
            "dmn",
            "mana",
            "siapa",
            "saya",
            "sy",
            "aku",
            "kami",
            "kita",
            "anda",
            "bapak",
            "ibu",
            "pak",
            "bu",
            "min",
            "mimin",
            "admin",
            "kak",
            "gan",
            "bro",
            "tolong",
            "mohon",
            "minta",
            "harap",
            "dong",
            "donk",
            "ya",
            "yah",
            "sih",
            "kok",
            "deh",
            "nih",
            "lah",
            "kah",
            "bisa",
            "bs",
            "boleh",
            "harus",
            "mau",
            "ingin",
            "pengen",
            "akan",
            "sudah",
            "udah",
            "udh",
            "sdh",
            "belum",
            "blm",
            "blom",
            "lagi",
            "lg",
            "masih",
            "sedang",
            "tidak",
            "tdk",
            "ga",
            "gak",
            "nggak",
            "engga",
            "kalo",
            "kalau",
            "jika",
            "bila",
            "buat",
            "untuk",
            "utk",
            "dengan",
            "dgn",
            "sama",
            "atau",
            "juga",
            "jg",
            "saja",
            "aja",
            "kan",
            "tapi",
            "karena",
            "krn",
            "pada",
            "dalam",
            "jadi",
            "biar",
            "supaya",
            "agar",
            "nya",
            "si",
            "para",
            "oleh",
            "seperti",
            "kayak",
            "gitu",
            "gini",
            "the",
            "is",
            "are",
            "to",
            "when",
            "what",
            "how",
            "why",
            "can",
            "please",
            "and",
            "for",
            "from",
            "you",
            "your",
            "our",
            "have",
            "has",
            "does",
            "did",
            "was",
            "were",
            "where",
            "which",
            "who",
            "there",
            "this",
            "that",
            "with",
            "want",
            "need",
            "could",
            "would",
            "should",
            "tell",
            "help",
            "segera",
            "cepat",
            "terima",
            "kasih",
            "makasih",
            "info",
            "informasi",
            "tahu",
            "tau",
            "ditindaklanjuti",
            "tindak",
            "lanjut",
            "bantu",
            "dibantu",
            "bantuan",
            "jelas",
            "penjelasan",
            "sekali",
            "banget",
            "bgt",
            "terus",
            "trs",
            "sampai",
            "sampe",
            "hari",
            "cara",
            "caranya");
    private static final Set<String> LATER = Set.of(
            "kabari",
            "kabarnya",
            "kabar",
            "sampaikan",
            "lambat",
            "jawab",
            "jawaban",
            "tanggapi",
            "balas",
            "kirim",
            "hubungi",
            "perkembangannya",
            "latest",
            "answer",
            "hear",
            "outcome",
            "reply",
            "send",
            "write");
    private static final Set<String> WHEN = Set.of("kapan", "when", "kpn");
    private static final Set<String> HOW_MUCH = Set.of("berapa", "brp", "berapaan", "much", "many");

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        AnsweredTurn turn = reply.turn();
        if (turn.requests().isEmpty() || turn.kind() == Kind.PRAISE) {
            return List.of();
        }
        if (defers(words) || asks(reply)) {
            return List.of();
        }
        Content content = Content.of(words);
        boolean time = !DatedPromises.datedSentences(words).isEmpty();
        List<Finding> findings = new ArrayList<>();
        for (String request : turn.requests()) {
            if (!covered(Words.of(request), content, time)) {
                int end = reply.body().length();
                findings.add(new Finding(end, end, FindingReason.NOT_ANSWERED, null));
            }
        }
        return findings;
    }

    private static boolean covered(Words request, Content reply, boolean time) {
        boolean any = false;
        for (int i = 0; i < request.size(); i++) {
            String word = request.text(i);
            if ((WHEN.contains(word) && time) || (HOW_MUCH.contains(word) && reply.number())) {
                return true;
            }
            if (word.length() < 3 || EMPTY.contains(word)) {
                continue;
            }
            any = true;
            String stem = Stems.of(word);
            if (reply.stems().contains(stem) || meets(stem, reply.groups())) {
                return true;
            }
        }
        return !any;
    }

    private static boolean meets(String stem, Set<Integer> groups) {
        return THESAURUS.getOrDefault(stem, Set.of()).stream().anyMatch(groups::contains);
    }

    /** Whether it says by when the answer comes: words of a later answer and a time in one sentence. */
    private static boolean defers(Words words) {
        Set<Integer> dated = DatedPromises.datedSentences(words);
        for (int i = 0; i < words.size(); i++) {
            if (LATER.contains(words.text(i)) && dated.contains(words.sentence(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it asks for a detail without which nobody could answer. */
    private static boolean asks(CheckedReply reply) {
        String body = reply.body().toLowerCase(Locale.ROOT);
        return reply.turn().questions().stream()
                .map(question -> question.toLowerCase(Locale.ROOT))
                .anyMatch(body::contains);
    }

    private static Map<String, Set<Integer>> thesaurus() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        List<String> lines = Lexicon.lines("thesaurus.txt");
        for (int group = 0; group < lines.size(); group++) {
            for (String word : lines.get(group).split(" ", -1)) {
                groups.computeIfAbsent(Stems.of(word), stem -> new HashSet<>()).add(group);
            }
        }
        return groups;
    }

    /** The words of a reply that can answer something. */
    private record Content(Set<String> stems, Set<Integer> groups, boolean number) {
        static Content of(Words words) {
            Set<String> stems = new HashSet<>();
            Set<Integer> groups = new HashSet<>();
            boolean number = false;
            for (int i = 0; i < words.size(); i++) {
                String word = words.text(i);
                number |= TimeWords.isNumber(word) || word.startsWith("rp") || word.equals("gratis");
                if (word.length() >= 3 && !EMPTY.contains(word)) {
                    String stem = Stems.of(word);
                    stems.add(stem);
                    groups.addAll(THESAURUS.getOrDefault(stem, Set.of()));
                }
            }
            return new Content(stems, groups, number);
        }
    }
}
