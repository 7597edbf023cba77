/** A real Kafka broker in KRaft mode inside this process. */
@NullMarked
package id.sigap.local.kafka;

import org.jspecify.annotations.NullMarked;
