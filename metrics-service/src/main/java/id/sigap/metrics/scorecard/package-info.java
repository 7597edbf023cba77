/** The public scorecard: how each agency answers, month by month, for everybody and without a login. */
@NullMarked
package id.sigap.metrics.scorecard;

import org.jspecify.annotations.NullMarked;
