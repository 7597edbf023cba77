package id.sigap.reply.alerts;

import id.sigap.contracts.event.AlertEvent;
import id.sigap.reply.notice.Telling;

/**
 * An alert for a receiver, as it is first written down.
 *
 * @param alert the alert
 * @param telling who is told, how and when
 * @param state {@code waiting}, {@code told}, {@code dropped} or {@code failed}
 */
record Notice(AlertEvent alert, Telling telling, String state) {
    static final String WAITING = "waiting";
    static final String TOLD = "told";
    static final String DROPPED = "dropped";
    static final String FAILED = "failed";
}
