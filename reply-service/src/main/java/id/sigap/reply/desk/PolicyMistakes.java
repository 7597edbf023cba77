package id.sigap.reply.desk;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.PolicyProposal;
import id.sigap.runtime.language.Language;
import id.sigap.runtime.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a proposal of policies, each with its line and field, in the page's language. The directory's
 * reader speaks English, for whoever keeps its files; what it says of policies has its Indonesian here.
 */
final class PolicyMistakes {
    private static final int MOST = 20;

    /** The reader's sentences and the same in Indonesian; groups stay as they are. The first that fits counts. */
    private static final List<Map.Entry<Pattern, String>> INDONESIAN = List.of(
            said("has no value; give one or leave the field out", "belum ada nilainya; isi, atau hapus isian ini"),
            said("is missing; it lists the policies", "belum ada; di situlah kebijakan ditulis"),
            said("is missing", "belum ada"),
            said("is empty; leave it out to fit everything", "kosong; hapus isian ini bila semua boleh cocok"),
            said(
                    "is not a field here; did you mean (.+)\\?",
                    "bukan isian yang dikenal di sini; mungkin maksudnya $1?"),
            said("is not a field here", "bukan isian yang dikenal di sini"),
            said("is not YAML: .*", "bukan YAML yang benar; periksa inden, titik dua, dan tanda kutipnya"),
            said("stands twice; first in line (\\d+)", "tertulis dua kali; yang pertama di baris $1"),
            said(
                    "refers to an anchor; write the value out in full",
                    "menunjuk ke jangkar YAML; tulis nilainya lengkap"),
            said("holds a second document behind ---.*", "memuat dokumen kedua sesudah ---; cukup satu"),
            said("must be true or false, not .*", "harus true atau false"),
            said("must be text, not .*; put it in quotes", "harus teks; beri tanda kutip"),
            said("must be text, not .*", "harus teks"),
            said("must be a number, not .*", "harus angka"),
            said("must be a whole number up to (\\d+)", "harus bilangan bulat, paling besar $1"),
            said("must be a list, not .*", "harus daftar, tiap baris diawali tanda -"),
            said("must have fields, not be .*", "harus berisi isian bernama"),
            said("must not be empty", "tidak boleh kosong"),
            said("must be between 0 and 1", "harus antara 0 dan 1"),
            said("must be longer than nothing", "harus lebih dari nol"),
            said("must be a duration in ISO 8601.*", "harus lama waktu menurut ISO 8601, misalnya PT15S atau PT10M"),
            said("must be one of (.+)", "harus salah satu dari $1"),
            said(
                    "must fit everything, being the last .*: when: \\{}",
                    "harus cocok untuk semua karena kebijakan terakhir: when: {}"),
            said("needs at least one .*, with when: \\{}", "perlu setidaknya satu kebijakan, dengan when: {}"),
            said(
                    "never decides: the one in line (\\d+) fits everything before it",
                    "tidak pernah terpakai: yang di baris $1 sudah cocok untuk semua"),
            said("has a meaning only with then: (\\S+)", "hanya berarti bersama then: $1"),
            said("does not count in .*; only (.+) do", "tidak dihitung di sini; yang dihitung hanya $1"),
            said("there is no \\S+ (\\S+); did you mean (.+)\\?", "tidak ada yang bernama $1; mungkin maksudnya $2?"),
            said("there is no \\S+ (\\S+)", "tidak ada yang bernama $1"));

    private PolicyMistakes() {}

    /** All mistakes of a proposal; where the refusal is about something else, what that is. */
    static List<String> of(ProblemException refused, String proposal, Agency agency, DeskWords words) {
        String field = refused.problem().field();
        if ("days".equals(field)) {
            return List.of(Say.POLICY_DAYS.by(words));
        }
        try {
            PolicyProposal.read(proposal, agency);
            return List.of(words.refused(refused.problem().code()));
        } catch (DirectoryException e) {
            return e.mistakes().stream()
                    .limit(MOST)
                    .map(mistake -> told(mistake, words))
                    .toList();
        }
    }

    private static String told(DirectoryException.Mistake mistake, DeskWords words) {
        String where = mistake.field().isEmpty() ? "" : mistake.field() + " ";
        return Say.POLICY_LINE.with(words, mistake.line()) + " " + where + sentence(mistake.sentence(), words);
    }

    /** What the reader said, in the page's language; that it is wrong, where it said something new. */
    static String sentence(String english, DeskWords words) {
        if (words.language() == Language.ENGLISH) {
            return english;
        }
        for (Map.Entry<Pattern, String> known : INDONESIAN) {
            Matcher said = known.getKey().matcher(english);
            if (said.matches()) {
                return said.replaceFirst(known.getValue());
            }
        }
        return "belum benar";
    }

    private static Map.Entry<Pattern, String> said(String english, String indonesian) {
        return Map.entry(Pattern.compile(english, Pattern.DOTALL), indonesian);
    }
}
