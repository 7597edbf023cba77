package id.sigap.reply.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is named in a note: {@code @sari}, by their login name. An address like {@code sari@contoh.go.id} names nobody. */
public final class Mentions {
    /** More names than a note needs; a note to everybody is an announcement. */
    private static final int MOST = 20;

    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}@._-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63})");

    private Mentions() {}

    /** The names in their order, each once, in small letters as login names are, at most {@value #MOST}. */
    public static List<String> in(String note) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(note);
        while (matcher.find() && names.size() < MOST) {
            String name = matcher.group(1).replaceAll("[._-]+$", "");
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return new ArrayList<>(names);
    }
}
