/** The table that holds every event before anybody is told that it was taken, and its way to Kafka. */
@NullMarked
package id.sigap.ingest.inbox;

import org.jspecify.annotations.NullMarked;
