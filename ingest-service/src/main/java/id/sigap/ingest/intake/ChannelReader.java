package id.sigap.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import java.time.Instant;

/** Reads the deliveries of one channel. Pure: the same delivery gives the same events with the same ids. */
public interface ChannelReader {
    /** The channel whose deliveries it reads. */
    Channel channel();

    /**
     * Splits a delivery and reads each item by itself.
     *
     * @param delivery the parsed body, a JSON object
     * @param directory the directory in force
     * @param account the account that the delivery was proven to be for
     * @param receivedAt when ingest had it
     * @param oldest what happened earlier is left to a person: whether it was taken before is forgotten by now
     */
    Intake read(JsonNode delivery, Directory directory, Directory.Owned account, Instant receivedAt, Instant oldest);
}
