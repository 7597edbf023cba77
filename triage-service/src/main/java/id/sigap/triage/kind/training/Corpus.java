package id.sigap.triage.kind.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Labelled messages from a folder of TSV files: kind, topic, urgency, text; the middle two may be empty. In a text,
 * {@code \n} stands for a line break.
 *
 * @param messages in the order of file names and lines
 * @param hash of all bytes, so that a model can say from what it was trained
 */
public record Corpus(List<LabelledMessage> messages, String hash) {
    private static final int COLUMNS = 4;

    /**
     * Reads a folder.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException naming file and line, if a line is not as it should be
     */
    public static Corpus read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        List<LabelledMessage> messages = new ArrayList<>();
        MessageDigest digest = sha256();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            digest.update(bytes);
            String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                    messages.add(parse(lines[i], file.getFileName() + ":" + (i + 1)));
                }
            }
        }
        return new Corpus(
                List.copyOf(messages), HexFormat.of().formatHex(digest.digest()).substring(0, 12));
    }

    private static LabelledMessage parse(String line, String where) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS || columns[3].isBlank()) {
            throw new IllegalArgumentException(where + ": wants kind, topic, urgency and text, parted by tabs");
        }
        try {
            return new LabelledMessage(
                    Kind.of(columns[0]),
                    columns[1].isEmpty() ? null : columns[1],
                    urgency(columns[2]),
                    columns[3].replace("\\n", "\n"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Urgency urgency(String word) {
        return word.isEmpty() ? null : Urgency.of(word);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
