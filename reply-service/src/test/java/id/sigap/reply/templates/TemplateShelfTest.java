package id.sigap.reply.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.sigap.contracts.Kind;
import id.sigap.reply.draft.TemplateText;
import id.sigap.reply.draft.Tongue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateShelfTest {
    private static final List<TemplateShelf.Held> TEXTS = List.of(
            held("complaint", null, Tongue.INDONESIAN, "Mohon maaf."),
            held("complaint", "kereta", Tongue.INDONESIAN, "Mohon maaf atas keretanya."),
            held("complaint", null, Tongue.ENGLISH, "We are sorry."));

    @Test
    void whoWritesIndonesianGetsTheNearestText() {
        assertEquals("Mohon maaf atas keretanya.", text("kereta", Tongue.INDONESIAN));
        assertEquals("Mohon maaf.", text("bus", Tongue.INDONESIAN));
    }

    @Test
    void whoWritesEnglishGetsNoIndonesianThoughItIsNearer() {
        assertEquals("We are sorry.", text("kereta", Tongue.ENGLISH));
        assertNull(TemplateShelf.best(TEXTS, Kind.PRAISE, "kereta", Tongue.ENGLISH), "our own wording stands in");
    }

    private static @Nullable String text(String topic, Tongue tongue) {
        TemplateText found = TemplateShelf.best(TEXTS, Kind.COMPLAINT, topic, tongue);
        return found == null ? null : found.source();
    }

    private static TemplateShelf.Held held(@Nullable String kind, @Nullable String topic, Tongue tongue, String text) {
        return new TemplateShelf.Held("dinas", kind, topic, tongue, TemplateText.parse(text));
    }
}
