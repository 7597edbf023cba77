/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.stream;

import org.jspecify.annotations.NullMarked;
