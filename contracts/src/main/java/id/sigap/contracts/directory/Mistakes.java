package id.sigap.contracts.directory;

import id.sigap.contracts.directory.DirectoryException.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that a person learns of everything at once. */
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    /** A part is wrong. */
    void add(YamlNode node, String sentence) {
        add(node.file(), node.line(), node.path(), sentence);
    }

    /** A field of a part is wrong, most often because it is not there. */
    void add(YamlNode node, String field, String sentence) {
        add(node.file(), node.line(), node.path(field), sentence);
    }

    void add(String file, int line, String field, String sentence) {
        found.add(new Mistake(file, line, field, sentence));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** By file and line; what stands on one line in the order of finding. */
    List<Mistake> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line))
                .toList();
    }
}
