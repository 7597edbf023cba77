/** What a model sees of a text: words, pairs, pieces and cues, as hashes. */
@NullMarked
package id.sigap.triage.features;

import org.jspecify.annotations.NullMarked;
