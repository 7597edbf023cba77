/** Judges how much a message may wait, and how heated it is. */
@NullMarked
package id.sigap.triage.urgency;

import org.jspecify.annotations.NullMarked;
