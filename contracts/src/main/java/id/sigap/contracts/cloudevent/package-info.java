/** How an event becomes a Kafka record (CloudEvents 1.0, binary mode) and back. */
@NullMarked
package id.sigap.contracts.cloudevent;

import org.jspecify.annotations.NullMarked;
