/** The messages that a model was trained on, as far as those that resemble a text can be found among them. */
@NullMarked
package id.sigap.triage.neighbour;

import org.jspecify.annotations.NullMarked;
