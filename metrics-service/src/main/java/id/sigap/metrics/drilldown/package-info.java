/** {@code GET /api/v1/turns}: the turns behind any figure. */
@NullMarked
package id.sigap.metrics.drilldown;

import org.jspecify.annotations.NullMarked;
