package id.sigap.reply.checks;

import java.util.List;

/** Phrases of offices, each with what one says at home. */
final class PlainLanguage implements Check {
    private static final Lexicon<String> OFFICIALESE = read();

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        return OFFICIALESE.find(words).stream()
                .map(match -> new Finding(
                        words.start(match.first()), words.end(match.last()), FindingReason.OFFICIALESE, match.value()))
                .toList();
    }

    /** How many phrases are known. */
    static int known() {
        return Lexicon.lines("officialese.tsv").size();
    }

    private static Lexicon<String> read() {
        Lexicon<String> lexicon = new Lexicon<>();
        for (String line : Lexicon.lines("officialese.tsv")) {
            int tab = line.indexOf('\t');
            lexicon.add(line.substring(0, tab), line.substring(tab + 1));
        }
        return lexicon;
    }
}
