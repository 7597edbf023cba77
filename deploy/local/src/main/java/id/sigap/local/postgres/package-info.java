/** A real PostgreSQL from its own binaries, kept in a directory. */
@NullMarked
package id.sigap.local.postgres;

import org.jspecify.annotations.NullMarked;
