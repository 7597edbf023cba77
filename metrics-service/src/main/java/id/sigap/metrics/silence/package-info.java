/** {@code GET /api/v1/silence}: accounts that broadcast and do not answer. */
@NullMarked
package id.sigap.metrics.silence;

import org.jspecify.annotations.NullMarked;
