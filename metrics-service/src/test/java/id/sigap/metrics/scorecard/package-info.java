/** Tests of what the public scorecard shows and what it keeps back. */
@NullMarked
package id.sigap.metrics.scorecard;

import org.jspecify.annotations.NullMarked;
