/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.responsiveness;

import org.jspecify.annotations.NullMarked;
