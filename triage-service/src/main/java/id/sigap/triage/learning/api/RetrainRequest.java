package id.sigap.triage.learning.api;

import org.jspecify.annotations.Nullable;

/**
 * Whose model to train.
 *
 * @param agency may be left out by who acts for one agency alone
 */
public record RetrainRequest(@Nullable String agency) {}
