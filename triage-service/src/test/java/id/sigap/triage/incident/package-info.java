/** A simulated disruption and what must be seen of it. */
@NullMarked
package id.sigap.triage.incident;

import org.jspecify.annotations.NullMarked;
