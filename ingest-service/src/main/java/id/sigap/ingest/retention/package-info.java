/** How long the service keeps what it took. */
@NullMarked
package id.sigap.ingest.retention;

import org.jspecify.annotations.NullMarked;
