package id.sigap.triage.learning.api;

import org.jspecify.annotations.Nullable;

/**
 * Which model to put in force.
 *
 * @param agency may be left out by who acts for one agency alone
 * @param model its name, as the list of models and triages have it; the bundled model's name is one too
 */
public record RestoreRequest(
        @Nullable String agency, @Nullable String model) {}
