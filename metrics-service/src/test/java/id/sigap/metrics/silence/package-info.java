/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.silence;

import org.jspecify.annotations.NullMarked;
