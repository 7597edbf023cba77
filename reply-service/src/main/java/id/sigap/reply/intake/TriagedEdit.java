package id.sigap.reply.intake;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.MessageRetriaged;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A reading of changed words that was checked: its account is the agency's and on that channel.
 *
 * @param record as it came, for the dead letters
 * @param event what it says
 * @param agency whose it is, by the directory
 */
record TriagedEdit(ConsumerRecord<byte[], byte[]> record, MessageRetriaged event, Agency agency) {}
