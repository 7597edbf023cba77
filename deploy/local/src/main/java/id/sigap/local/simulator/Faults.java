package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The faults in force, used up in the order they were set: one send or webhook suffers at most one. Thread-safe. */
final class Faults {
    private final List<Armed> armed = new ArrayList<>();

    synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    /** What befalls this send. */
    synchronized Fault ofSend(Channel channel, String account) {
        return take(channel, account, true);
    }

    /** What befalls this webhook. */
    synchronized Fault ofWebhook(Channel channel, String account) {
        return take(channel, account, false);
    }

    private Fault take(Channel channel, String account, boolean send) {
        for (Iterator<Armed> walk = armed.iterator(); walk.hasNext(); ) {
            Armed candidate = walk.next();
            if (candidate.fault.befalls(channel, account, send)) {
                candidate.left--;
                if (candidate.left == 0) {
                    walk.remove();
                }
                return candidate.fault;
            }
        }
        return Fault.NONE;
    }

    synchronized JsonArray toJson() {
        JsonArray all = new JsonArray();
        armed.forEach(one -> all.add(one.fault.toJson(one.left)));
        return all;
    }

    synchronized void clear() {
        armed.clear();
    }

    private static final class Armed {
        final Fault fault;
        int left;

        Armed(Fault fault) {
            this.fault = fault;
            this.left = fault.next();
        }
    }
}
