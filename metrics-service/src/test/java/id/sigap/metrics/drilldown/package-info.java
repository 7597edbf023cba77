/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.drilldown;

import org.jspecify.annotations.NullMarked;
