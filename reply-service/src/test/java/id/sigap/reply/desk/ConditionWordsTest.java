package id.sigap.reply.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.runtime.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionWordsTest {
    private static final Agency KEMENHUB = agency();

    @Test
    void aRuleIsSaidInTheReadersLanguage() {
        Condition praise = new Condition(
                List.of(Kind.PRAISE), List.of(), List.of(), List.of(), List.of(), List.of(), null, 0.7, false);

        assertEquals(
                "Jenis: Apresiasi; jenis terbaca dengan keyakinan sedikitnya 70 %; tanpa data pribadi",
                said(praise, Language.INDONESIAN));
        assertEquals(
                "Kind: Praise; triage is at least 70 % sure; has no personal data", said(praise, Language.ENGLISH));
        assertEquals("Apa pun", said(Condition.always(), Language.INDONESIAN));
    }

    @Test
    void noPartIsLeftOut() {
        Condition all = new Condition(
                List.of(Kind.COMPLAINT, Kind.QUESTION),
                List.of("kereta-terlambat"),
                List.of(Channel.X),
                List.of("kemenhub-x"),
                List.of(Urgency.HIGH),
                List.of("banjir"),
                Visibility.PUBLIC,
                0.5,
                true,
                0.6,
                true,
                List.of(Flag.WHISTLE_BLOWING));

        assertEquals(12, said(all, Language.ENGLISH).split("; ").length);
        assertFalse(said(all, Language.INDONESIAN).contains("kereta-terlambat"), "topics have names");
    }

    private static String said(Condition when, Language language) {
        return ConditionWords.of(when, KEMENHUB, DeskWords.in(language));
    }

    private static Agency agency() {
        try {
            return DirectoryLoader.load(Path.of("../deploy/local/directory"))
                    .agency("kemenhub-contoh")
                    .orElseThrow();
        } catch (DirectoryException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
