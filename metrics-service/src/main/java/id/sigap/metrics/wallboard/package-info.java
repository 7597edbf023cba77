/** {@code /papan}: who waits now, for a screen on the wall that everybody in the room can read. */
@NullMarked
package id.sigap.metrics.wallboard;

import org.jspecify.annotations.NullMarked;
