package id.sigap.ingest.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages that a citizen sees. */
@CheckedTemplate(basePath = "form")
final class Pages {
    private Pages() {}

    /** Which office to write to. */
    static native TemplateInstance choose(FormWords words, List<Addressee> addressees);

    /** The form, empty or with what was written and why it was not taken. */
    static native TemplateInstance write(FormWords words, Blank form);

    /** It was taken; with the link to the answer. */
    static native TemplateInstance sent(FormWords words, String office, URI link);

    /** It was not taken, and there is no form to show again. */
    static native TemplateInstance failed(FormWords words, Refusal refusal);

    /**
     * An office that takes messages here.
     *
     * @param account the account's id
     * @param agency the agency's name
     */
    record Addressee(String account, String agency) {}

    /**
     * A form to fill in.
     *
     * @param account the account's id
     * @param office the agency's name
     * @param id the form's own id
     * @param text what was written already
     * @param name the name that was given already
     * @param problem why it was not taken; absent at first
     */
    record Blank(
            String account,
            String office,
            String id,
            String text,
            String name,
            @Nullable String problem) {
        /** Without the citizen's words, so that no log line can hold them. */
        @Override
        public String toString() {
            return "Blank[…]";
        }
    }
}
