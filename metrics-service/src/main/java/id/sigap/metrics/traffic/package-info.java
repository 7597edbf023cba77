/** {@code GET /api/v1/traffic} and {@code /cohorts}: when citizens write, and by when the messages of a day were answered. */
@NullMarked
package id.sigap.metrics.traffic;

import org.jspecify.annotations.NullMarked;
