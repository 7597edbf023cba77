/** The figures of this moment, for wallboards and for Prometheus. */
@NullMarked
package id.sigap.metrics.live;

import org.jspecify.annotations.NullMarked;
