/** Understands messages: the whole of triage as one decision, apart from where messages come from and go. */
@NullMarked
package id.sigap.triage;

import org.jspecify.annotations.NullMarked;
