/** Triage on request, for other systems and for agents: one text, or a stream of them. */
@NullMarked
package id.sigap.triage.classify;

import org.jspecify.annotations.NullMarked;
