/** {@code GET /api/v1/activity}: what every account received, answered and broadcast. */
@NullMarked
package id.sigap.metrics.activity;

import org.jspecify.annotations.NullMarked;
