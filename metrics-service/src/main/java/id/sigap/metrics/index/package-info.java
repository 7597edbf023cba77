/** All published buckets once more in little memory, by agency and hour: what questions about any span are answered from. */
@NullMarked
package id.sigap.metrics.index;

import org.jspecify.annotations.NullMarked;
