package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;

/**
 * One channel as the simulator plays it: it turns a citizen's message into what the vendor would send to ingest, and
 * offers the vendor's send endpoint to reply. To add a channel, implement this and hand its constructor to
 * {@link SimulatorOptions#withChannel}; the outbox, the faults, the page and the record file then know it.
 *
 * <p>Everything but {@link #newMessageId} is called on one event loop, so an implementation needs no locks and must not
 * block.
 */
public interface SimulatedChannel {
    /** Which channel it plays. */
    Channel channel();

    /**
     * Mounts the vendor's endpoints. Their addresses begin with {@code /<channel>/}, which is the {@code endpoint} of the
     * directory's channel profile. A channel that nothing is sent through mounts nothing.
     */
    void offer(Router router);

    /** An id for a citizen's message that the channel never gave before, also not before a restart of the simulator. */
    String newMessageId();

    /**
     * Delivers what a citizen wrote to one of this channel's accounts, as the vendor would.
     *
     * @param message with its messageId; the same id again is the same message again
     * @return what ingest answered; fails with {@link InvalidInputException} when the channel cannot carry the message,
     *     and with any other exception when ingest cannot be reached
     */
    Future<Delivery> write(Account account, CitizenMessage message);

    /** Makes a channel of what the simulator offers to it. */
    @FunctionalInterface
    interface Plug {
        /** Called once, at the start. */
        SimulatedChannel in(Simulation simulation);
    }
}
