/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.demand;

import org.jspecify.annotations.NullMarked;
