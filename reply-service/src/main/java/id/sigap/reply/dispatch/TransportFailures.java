package id.sigap.reply.dispatch;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** What it means when a channel gave no answer at all. */
public final class TransportFailures {
    /** No connection came about: nothing was accepted. */
    static final String NOT_CONNECTED = "not-connected";

    private TransportFailures() {}

    /** Without a connection nothing was accepted; once there was one, nobody can tell. */
    public static SendOutcome judge(Throwable failure) {
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException) {
            return new SendOutcome.RetryLater(NOT_CONNECTED, Duration.ZERO, true);
        }
        return new SendOutcome.Unknown(failure instanceof TimeoutException ? "time-out" : "connection-lost");
    }
}
