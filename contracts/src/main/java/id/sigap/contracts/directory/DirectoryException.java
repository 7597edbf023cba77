package id.sigap.contracts.directory;

import java.util.List;
import java.util.stream.Collectors;

/** A directory with mistakes: all of them, each with its file, line, field and a sentence. */
public final class DirectoryException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    /** With every mistake that was found, in the order of the files. */
    public DirectoryException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong, in the order of the files. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /**
     * One mistake.
     *
     * @param file the file's name
     * @param line the line, from 1
     * @param field where in the document, e.g. {@code agencies[0].units[2].calendar}; empty for the whole document
     * @param sentence what is wrong and what would be right
     */
    public record Mistake(String file, int line, String field, String sentence) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + sentence;
        }
    }
}
