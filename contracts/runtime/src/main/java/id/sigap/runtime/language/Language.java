package id.sigap.runtime.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the pages speak. */
public enum Language {
    /** What nearly everybody reads, and what is spoken unless somebody asks for another. */
    INDONESIAN("id", "Bahasa Indonesia"),
    /** For visitors, and for whoever set their browser to it. */
    ENGLISH("en", "English");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The tag of BCP 47, as in the attribute {@code lang}. */
    public String tag() {
        return tag;
    }

    /** How the language calls itself, for a switch that its readers find. */
    public String ownName() {
        return ownName;
    }

    /** For formatting dates. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The one to switch to. */
    public Language other() {
        return this == INDONESIAN ? ENGLISH : INDONESIAN;
    }

    /** The language of a tag, whatever its region; empty if it is none that is spoken here. */
    public static Optional<Language> of(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (primary) {
            // "in" is what old phones call Indonesian (ISO 639 before 1989).
            case "id", "in" -> Optional.of(INDONESIAN);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    /** The first that is spoken here of the tags that somebody reads, dearest first; else Indonesian. */
    public static Language firstOf(List<String> tags) {
        return tags.stream().flatMap(tag -> of(tag).stream()).findFirst().orElse(INDONESIAN);
    }
}
