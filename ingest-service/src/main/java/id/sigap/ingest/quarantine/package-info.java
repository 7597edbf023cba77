/** What could not be read, kept until a person or a newer version can make sense of it. */
@NullMarked
package id.sigap.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
