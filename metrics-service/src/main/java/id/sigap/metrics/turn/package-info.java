/** What happened in a conversation, and which turns follow from it: pure decisions, free of Kafka and of clocks. */
@NullMarked
package id.sigap.metrics.turn;

import org.jspecify.annotations.NullMarked;
