package id.sigap.triage;

import id.sigap.triage.language.LanguageReader;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.model.ModelInForce;

/** What the build made of the corpus, read once for all tests: a model has millions of numbers and never changes. */
public final class BundledTriage {
    /** The bundled model. */
    public static final LinearModel MODEL = ModelInForce.bundled();

    /** The bundled model of languages. */
    public static final LanguageReader LANGUAGES = LanguageReader.bundled();

    /** Triage with the bundled model for all agencies. */
    public static final Triager TRIAGER = new Triager(MODEL);

    private BundledTriage() {}
}
