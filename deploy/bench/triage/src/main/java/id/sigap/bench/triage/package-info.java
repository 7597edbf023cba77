/** Measures triage alone, without the service around it. */
@NullMarked
package id.sigap.bench.triage;

import org.jspecify.annotations.NullMarked;
