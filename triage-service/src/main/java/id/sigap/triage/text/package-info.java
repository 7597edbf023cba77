/** Brings what people type into one form: one alphabet, one case, one spelling per word, with the way back. */
@NullMarked
package id.sigap.triage.text;

import org.jspecify.annotations.NullMarked;
