/** The same way of a message without any framework: what the parts alone can do on this machine. */
@NullMarked
package id.sigap.bench.floor;

import org.jspecify.annotations.NullMarked;
