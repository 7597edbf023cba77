/** What is read while the load runs: processor time, memory, progress and latencies. */
@NullMarked
package id.sigap.bench.measure;

import org.jspecify.annotations.NullMarked;
