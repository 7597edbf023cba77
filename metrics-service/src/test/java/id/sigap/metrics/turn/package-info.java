/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.turn;

import org.jspecify.annotations.NullMarked;
