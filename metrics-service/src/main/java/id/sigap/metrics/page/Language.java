package id.sigap.metrics.page;

import java.util.List;
import java.util.Locale;

/** In which language the page speaks: Indonesian, unless English is asked for first. */
enum Language {
    INDONESIAN("id-ID", "HH.mm.ss"),
    ENGLISH("en-GB", "HH:mm:ss");

    private final Locale locale;
    private final String clock;

    Language(String tag, String clock) {
        this.locale = Locale.forLanguageTag(tag);
        this.clock = clock;
    }

    /** The first of the accepted languages that the page speaks; they come in order of preference. */
    static Language of(List<Locale> accepted) {
        for (Locale wish : accepted) {
            for (Language language : values()) {
                if (language.locale.getLanguage().equals(wish.getLanguage())) {
                    return language;
                }
            }
        }
        return INDONESIAN;
    }

    /** How numbers and dates are written. */
    Locale locale() {
        return locale;
    }

    /** By what messages are found. */
    Locale messages() {
        return Locale.forLanguageTag(locale.getLanguage());
    }

    /** Pattern of a time of day. */
    String clock() {
        return clock;
    }
}
