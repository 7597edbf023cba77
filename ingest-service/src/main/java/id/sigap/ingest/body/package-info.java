/** How many bytes a request may have. */
@NullMarked
package id.sigap.ingest.body;

import org.jspecify.annotations.NullMarked;
