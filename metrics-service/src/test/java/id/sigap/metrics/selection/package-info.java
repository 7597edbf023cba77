/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.selection;

import org.jspecify.annotations.NullMarked;
