/** Figures of responsiveness from counted turns, with those that still wait: pure arithmetic. */
@NullMarked
package id.sigap.metrics.figure;

import org.jspecify.annotations.NullMarked;
