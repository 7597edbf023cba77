package id.sigap.triage.training;

import id.sigap.contracts.Urgency;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The messages that the bundled model was made of, beside it in the program: agencies' models are compared on its frozen
 * test split and learn from the rest again. One file, as a program cannot list the folders that it is packed with; a line
 * is one of {@link Corpus} with the style before it.
 */
public final class BundledCorpus {
    /** The file's name beside the model. */
    static final String NAME = "triage.corpus";

    private static final String RESOURCE = "/id/sigap/triage/" + NAME;

    private BundledCorpus() {}

    /** Writes it beside the model, in the build. */
    static void write(Corpus corpus, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (LabelledMessage message : corpus.messages()) {
            Urgency urgency = message.urgency();
            lines.add(String.join(
                    "\t",
                    message.style(),
                    message.kind().wire(),
                    Objects.requireNonNullElse(message.topic(), ""),
                    urgency == null ? "" : urgency.wire(),
                    Objects.toString(message.intensity(), ""),
                    "",
                    message.text().replace("\n", "\\n")));
        }
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    /**
     * All of its messages.
     *
     * @throws IllegalStateException if the module was built without training
     */
    public static List<LabelledMessage> read() {
        try (InputStream in = BundledCorpus.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the corpus is missing: build the module with Maven");
            }
            List<LabelledMessage> messages = new ArrayList<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                messages.add(Corpus.parse(line.substring(tab + 1), line.substring(0, tab), NAME));
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
