/** The way of a message through all services as they are packaged, and the faults that it must stand. */
@NullMarked
package id.sigap.journey;

import org.jspecify.annotations.NullMarked;
