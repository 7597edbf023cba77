package id.sigap.triage.training;

import id.sigap.triage.incident.OrdinaryWords;
import id.sigap.triage.incident.TermFinder;
import id.sigap.triage.text.Normaliser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The step of the build that counts what is ordinary in messages: {@code CountWords <corpus folder> <file>}. */
public final class CountWords {
    private CountWords() {}

    /** Counts and writes; a mistake in the corpus fails the build. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("wants the corpus folder and the file");
        }
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            of(Corpus.read(Path.of(arguments[0])).messages()).write(out);
        }
    }

    /** What is ordinary in messages. */
    static OrdinaryWords of(List<LabelledMessage> messages) {
        return OrdinaryWords.count(messages.stream()
                .map(message -> TermFinder.all(Normaliser.normalise(message.text())))
                .toList());
    }
}
