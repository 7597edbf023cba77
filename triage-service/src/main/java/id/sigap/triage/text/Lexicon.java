package id.sigap.triage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists of the module. Lines that begin with # are comments. */
public final class Lexicon {
    /** Every list, in a fixed order: together they are part of what a model was trained with. */
    public static final List<String> NAMES = List.of(
            "slang.tsv", "cues.txt", "urgency.txt", "emoji.txt", "whole.txt", "boilerplate.txt", "thesaurus.txt");

    private Lexicon() {}

    /** The lines of a list, stripped, without comments and empty ones. */
    public static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** A list as it is stored. */
    public static byte[] bytes(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream("/id/sigap/triage/lexicon/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
