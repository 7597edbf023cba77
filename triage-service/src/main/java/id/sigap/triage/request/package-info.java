/** Finds each thing that a message asks or demands. */
@NullMarked
package id.sigap.triage.request;

import org.jspecify.annotations.NullMarked;
