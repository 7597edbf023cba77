package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Labelled messages from a folder of TSV files, one style of writing a file: kind, topic, urgency, intensity, channel,
 * text; all but the first and the last may be empty. A line of two or three columns is kind, text and whatever its owner
 * notes of it. In a text, {@code \n} stands for a line break.
 *
 * @param messages in the order of file names and lines
 * @param hash of all bytes, so that a model can say from what it was trained
 */
public record Corpus(List<LabelledMessage> messages, String hash) {
    private static final int COLUMNS = 6;
    private static final String ENDING = ".tsv";

    /**
     * Reads a folder, or one file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException naming file and line, if a line is not as it should be
     */
    public static Corpus read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder, 1)) {
            files = found.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        List<LabelledMessage> messages = new ArrayList<>();
        MessageDigest digest = Digests.sha256();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            digest.update(bytes);
            String name = String.valueOf(file.getFileName());
            String style = name.substring(0, name.length() - ENDING.length());
            String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                    messages.add(parse(lines[i], style, name + ":" + (i + 1)));
                }
            }
        }
        return new Corpus(List.copyOf(messages), Digests.version(digest));
    }

    /** Those that a condition fits. */
    public List<LabelledMessage> where(Predicate<LabelledMessage> condition) {
        return messages.stream().filter(condition).toList();
    }

    static LabelledMessage parse(String line, String style, String where) {
        String[] columns = line.split("\t", -1);
        boolean brief = columns.length == 2 || columns.length == 3;
        if (!(brief && !columns[1].isBlank()) && (columns.length != COLUMNS || columns[COLUMNS - 1].isBlank())) {
            throw new IllegalArgumentException(where
                    + ": wants kind, topic, urgency, intensity, channel and text, or kind and text, parted by tabs");
        }
        try {
            if (brief) {
                return new LabelledMessage(
                        Kind.of(columns[0].strip()), null, null, null, style, columns[1].replace("\\n", "\n"));
            }
            return new LabelledMessage(
                    Kind.of(columns[0]),
                    columns[1].isEmpty() ? null : columns[1],
                    urgency(columns[2]),
                    intensity(columns[3]),
                    style,
                    columns[5].replace("\\n", "\n"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Urgency urgency(String word) {
        return word.isEmpty() ? null : Urgency.of(word);
    }

    private static @Nullable Integer intensity(String digit) {
        if (digit.isEmpty()) {
            return null;
        }
        if (digit.length() != 1 || digit.charAt(0) < '0' || digit.charAt(0) > '3') {
            throw new IllegalArgumentException("intensity is 0, 1, 2 or 3");
        }
        return digit.charAt(0) - '0';
    }
}
