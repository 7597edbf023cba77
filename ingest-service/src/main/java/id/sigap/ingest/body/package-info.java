/** The bytes of a request: how many there may be, and what they are. */
@NullMarked
package id.sigap.ingest.body;

import org.jspecify.annotations.NullMarked;
