/** What several tests of the metrics service tell their stories with. */
@NullMarked
package id.sigap.metrics;

import org.jspecify.annotations.NullMarked;
