/** How much will come and how many people that needs: pure arithmetic. */
@NullMarked
package id.sigap.metrics.demand;

import org.jspecify.annotations.NullMarked;
