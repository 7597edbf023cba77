/** The way of committed rows to Kafka: in order, at least once, from one active relay of all instances. */
@NullMarked
package id.sigap.runtime.outbox;

import org.jspecify.annotations.NullMarked;
