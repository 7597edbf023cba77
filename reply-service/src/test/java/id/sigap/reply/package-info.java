/** The service as a whole, on real PostgreSQL and Kafka, with a channel that the test plays. */
@NullMarked
package id.sigap.reply;

import org.jspecify.annotations.NullMarked;
