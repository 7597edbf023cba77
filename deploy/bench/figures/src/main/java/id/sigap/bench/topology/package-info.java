/** How many events a second the topology of figures takes, how soon it is replaced, and whether its memory stays flat. */
@NullMarked
package id.sigap.bench.topology;

import org.jspecify.annotations.NullMarked;
