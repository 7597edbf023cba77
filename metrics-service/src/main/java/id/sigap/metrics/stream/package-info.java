/** The Kafka Streams topology: events in, conversations, buckets and the ledger's lines kept, figures out. */
@NullMarked
package id.sigap.metrics.stream;

import org.jspecify.annotations.NullMarked;
