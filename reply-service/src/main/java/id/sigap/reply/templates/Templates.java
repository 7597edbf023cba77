package id.sigap.reply.templates;

import id.sigap.contracts.Kind;
import id.sigap.reply.draft.TemplateText;
import id.sigap.reply.draft.Tongue;
import org.jspecify.annotations.Nullable;

/** The agencies' own texts, at hand for drafts by the thousand. */
@FunctionalInterface
public interface Templates {
    /**
     * The agency's own text in a language: for the kind and topic, else for the topic, else for the kind; null when it has
     * none.
     */
    @Nullable
    TemplateText find(String agency, Kind kind, String topic, Tongue tongue);
}
