/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.live;

import org.jspecify.annotations.NullMarked;
