/** Applies the directory's routing rules and targets to what was understood. */
@NullMarked
package id.sigap.triage.routing;

import org.jspecify.annotations.NullMarked;
