/** Trains the kind model from labelled messages, the same bytes from the same corpus, and measures it. */
@NullMarked
package id.sigap.triage.training;

import org.jspecify.annotations.NullMarked;
