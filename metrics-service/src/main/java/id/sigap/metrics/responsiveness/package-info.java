/** {@code GET /api/v1/responsiveness}: how fast citizens are answered, by any grouping. */
@NullMarked
package id.sigap.metrics.responsiveness;

import org.jspecify.annotations.NullMarked;
