/** The link that lets a citizen follow a message. */
@NullMarked
package id.sigap.ingest.tracking;

import org.jspecify.annotations.NullMarked;
