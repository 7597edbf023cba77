package id.sigap.bench.triage;

import id.sigap.triage.training.Corpus;
import id.sigap.triage.training.LabelledMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Messages to measure with. */
final class MessagesOfTheCorpus {
    private static final Path FOLDER = Path.of("triage-service/src/main/corpus");

    private MessagesOfTheCorpus() {}

    /** Those of about 30 words, of all kinds and styles: what the targets speak of. */
    static List<String> ofThirtyWords() {
        return all().stream()
                .filter(text -> words(text) >= 28 && words(text) <= 32)
                .toList();
    }

    /** Those of 22 to 40 words that no model was trained on; of exactly thirty there are too few. */
    static List<String> unseenOfThirtyWords() {
        return read().where(LabelledMessage::isTest).stream()
                .map(LabelledMessage::text)
                .filter(text -> words(text) >= 22 && words(text) <= 40)
                .toList();
    }

    /** All, short and long. */
    static List<String> all() {
        return read().messages().stream().map(LabelledMessage::text).toList();
    }

    private static Corpus read() {
        try {
            return Corpus.read(FOLDER);
        } catch (IOException e) {
            throw new IllegalStateException("run from the root of the checkout", e);
        }
    }

    private static int words(String text) {
        return text.strip().split("\\s+", -1).length;
    }
}
