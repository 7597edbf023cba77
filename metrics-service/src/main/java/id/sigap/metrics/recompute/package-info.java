/** Builds every figure once more from the topics and compares it with what is published. */
@NullMarked
package id.sigap.metrics.recompute;

import org.jspecify.annotations.NullMarked;
