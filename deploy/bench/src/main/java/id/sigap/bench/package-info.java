/** Drives the running system and its floor on the same machine, and prints one table. */
@NullMarked
package id.sigap.bench;

import org.jspecify.annotations.NullMarked;
