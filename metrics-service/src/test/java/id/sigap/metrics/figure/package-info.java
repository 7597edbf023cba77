/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.figure;

import org.jspecify.annotations.NullMarked;
