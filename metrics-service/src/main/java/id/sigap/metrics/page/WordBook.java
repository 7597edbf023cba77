package id.sigap.metrics.page;

import id.sigap.runtime.language.Language;
import io.quarkus.qute.i18n.Localized;
import jakarta.inject.Singleton;

/** The words of the pages in every language that they speak. */
@Singleton
public class WordBook {
    private final PageText indonesian;
    private final PageText english;

    /** With the messages of both. */
    public WordBook(PageText indonesian, @Localized("en") PageText english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    /** The words of one language. */
    public Words in(Language language) {
        return new Words(
                switch (language) {
                    case INDONESIAN -> indonesian;
                    case ENGLISH -> english;
                },
                language);
    }
}
