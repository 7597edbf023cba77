/** {@code GET /api/v1/forecast}: the coming hours, and the people that the target would need. */
@NullMarked
package id.sigap.metrics.forecast;

import org.jspecify.annotations.NullMarked;
