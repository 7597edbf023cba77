/** Finds out that many citizens write of one event, while they write. */
@NullMarked
package id.sigap.triage.incident;

import org.jspecify.annotations.NullMarked;
