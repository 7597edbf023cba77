/** Finds which details an answer needs that the message does not give. */
@NullMarked
package id.sigap.triage.slot;

import org.jspecify.annotations.NullMarked;
