/** Reads messages from Kafka batch by batch, has them triaged and publishes the result. */
@NullMarked
package id.sigap.triage.stream;

import org.jspecify.annotations.NullMarked;
