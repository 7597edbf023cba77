/** {@code GET /api/v1/backlog}: who waits now, for how long, and whether the pile grows. */
@NullMarked
package id.sigap.metrics.backlog;

import org.jspecify.annotations.NullMarked;
