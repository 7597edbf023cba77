package id.sigap.local.simulator;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** How one vendor words its answers to a send. */
public interface VendorVoice {
    /** An id that the vendor never gave before, also not before a restart of the simulator. */
    String newExternalId();

    /** The body that says yes. */
    JsonObject accepted(AcceptedMessage message);

    /** The vendor's refusal with this status, code and time to wait. */
    Refusal refused(Fault fault);

    /** Tells the account what became of an accepted message, if the vendor does so. */
    void report(AcceptedMessage message, Fault fault);

    /**
     * A refusal on the wire.
     *
     * @param status HTTP status
     * @param body the vendor's error shape
     * @param retryAfterSeconds the header of that name
     */
    record Refusal(int status, JsonObject body, @Nullable Integer retryAfterSeconds) {}
}
