package id.sigap.triage.flag;

import id.sigap.contracts.Kind;
import id.sigap.triage.text.Memo;
import id.sigap.triage.text.Token;
import java.util.List;
import java.util.Set;

/**
 * Tells a report of a levy, a bribe, fraud or abuse of office, for the restricted lane. It must be told as something that
 * happened: a campaign against corruption, its denial, or the question how to report it is none.
 */
final class Abuses {
    private static final Set<String> REPORTING =
            Set.of("lapor", "melapor", "melaporkan", "dilaporkan", "pelaporan", "pengaduan", "aduan", "laporkan");
    private static final Set<String> HOW = Set.of(
            "bagaimana",
            "cara",
            "caranya",
            "kemana",
            "dimana",
            "mana",
            "nomor",
            "apakah",
            "bisakah",
            "hotline",
            "how",
            "where");
    private static final Set<String> BACK =
            Set.of("kembali", "dikembalikan", "refund", "balik", "kembalikan", "ganti", "pengembalian", "direfund");
    private static final Set<String> NOT = Set.of(
            "bebas",
            "anti",
            "berantas",
            "cegah",
            "tolak",
            "tanpa",
            "tidak",
            "bukan",
            "stop",
            "hindari",
            "memberantas",
            "pemberantasan",
            "mencegah",
            "hentikan",
            "tidak_ada",
            "semoga",
            "kalau",
            "jika",
            "misal",
            "misalnya");
    private static final Set<String> PASSIVE = Set.of(
            "diminta",
            "dimintai",
            "dimintain",
            "dipungut",
            "dipungutin",
            "ditarik",
            "ditarikin",
            "dipatok",
            "dikutip",
            "disuruh",
            "dipaksa",
            "dipotong",
            "dipotongin",
            "dipalak",
            "ditagih",
            "mungut",
            "memungut",
            "patok",
            "mematok",
            "asked",
            "demanded");
    private static final int REPORTS = 1;
    private static final int ASKS_HOW = 2;
    private static final int IS_GIVEN_BACK = 4;
    private static final int IS_MADE_TO = 8;

    /** Which of the sets above a word is in: every word of every message is asked for. */
    private static final Memo.Place<Integer> SETS = new Memo.Place<>(token -> sets(token.word()));

    private static final int WINDOW = 10;
    private static final int BEFORE = 3;
    private static final int FAR = -1000;

    private Abuses() {}

    static boolean isTold(Kind kind, List<Token> tokens, int[] classes) {
        if (kind == Kind.PRAISE) {
            return false;
        }
        boolean narrated = moneyIsTaken(tokens, classes);
        if (kind == Kind.QUESTION || (asksHowToReport(tokens) && !narrated)) {
            return narrated && kind != Kind.QUESTION;
        }
        return narrated || isNamed(kind, tokens, classes);
    }

    /** A word that means such an act, not denied; an opinion, and a word that may mean else, must stand by an office. */
    private static boolean isNamed(Kind kind, List<Token> tokens, int[] classes) {
        int office = FAR;
        int hint = FAR;
        for (int i = 0; i < tokens.size(); i++) {
            office = (classes[i] & FlagWords.OFFICE) != 0 ? i : office;
            boolean names = (classes[i] & (FlagWords.LEVY | FlagWords.HINT)) != 0 && !denied(tokens, classes, i);
            if (names && kind == Kind.COMPLAINT && (classes[i] & FlagWords.LEVY) != 0) {
                return true;
            }
            hint = names ? i : hint;
            if (Math.abs(office - hint) <= WINDOW && hint >= 0 && office >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean denied(List<Token> tokens, int[] classes, int at) {
        for (int i = Math.max(0, at - BEFORE); i <= at; i++) {
            if ((i < at && NOT.contains(tokens.get(i).word())) || (classes[i] & FlagWords.DENY) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Somebody in office takes money, or money is taken beyond what is due: all within a few words. */
    private static boolean moneyIsTaken(List<Token> tokens, int[] classes) {
        int claim = FAR;
        int passive = FAR;
        int money = FAR;
        int office = FAR;
        int beyond = FAR;
        int back = FAR;
        for (int i = 0; i < tokens.size(); i++) {
            int bits = classes[i];
            claim = (bits & FlagWords.CLAIM) != 0 ? i : claim;
            int sets = SETS.of(tokens.get(i));
            passive = (sets & IS_MADE_TO) != 0 ? i : passive;
            money = (bits & FlagWords.MONEY) != 0 ? i : money;
            office = (bits & FlagWords.OFFICE) != 0 ? i : office;
            beyond = (bits & FlagWords.BEYOND) != 0 && !tokens.get(i).word().equals("luar") ? i : beyond;
            back = (sets & IS_GIVEN_BACK) != 0 ? i : back;
            boolean taken = i - claim <= WINDOW && i - money <= WINDOW && i - back > WINDOW;
            boolean byOffice =
                    i - office <= WINDOW && (i - passive <= WINDOW || (office < claim && claim - office <= 4));
            if (taken && (i - beyond <= WINDOW || (byOffice && Math.abs(claim - money) <= BEFORE))) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksHowToReport(List<Token> tokens) {
        int found = 0;
        for (Token token : tokens) {
            found |= SETS.of(token);
        }
        return (found & (REPORTS | ASKS_HOW)) == (REPORTS | ASKS_HOW);
    }

    private static int sets(String word) {
        return (REPORTING.contains(word) ? REPORTS : 0)
                | (HOW.contains(word) ? ASKS_HOW : 0)
                | (BACK.contains(word) ? IS_GIVEN_BACK : 0)
                | (PASSIVE.contains(word) ? IS_MADE_TO : 0);
    }
}
