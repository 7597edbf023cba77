package id.sigap.reply.intake;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.MessageTriaged;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read and checked: its account is the agency's and on that channel.
 *
 * @param record as it came, for the dead letters
 * @param event what it says
 * @param agency whose it is, by the directory
 * @param change the citizen's change that brought the message here anew, read by triage; absent when it is the first time
 */
record TriagedMessage(
        ConsumerRecord<byte[], byte[]> record,
        MessageTriaged event,
        Agency agency,
        MessageRow.@Nullable EarlyChange change) {}
