package id.sigap.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;

/** Asks over HTTP whether a server is ready. */
public final class HealthCheck {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 100;

    private HealthCheck() {}

    /** Whether the address answers 200 now. */
    public static boolean answers(String address) {
        try {
            URL url = URI.create(address).toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns when the address answers 200.
     *
     * @param name of the server, for people
     * @param address what is asked
     * @param process the server; when it ends there is nothing to wait for
     * @param patience how long at most
     * @throws StackException when the process ends or the patience does
     */
    public static void await(String name, String address, ChildProcess process, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (!answers(address)) {
            if (!process.isAlive()) {
                throw process.failure(name + " ended while it started");
            }
            if (Instant.now().isAfter(deadline)) {
                throw process.failure(name + " was not ready within " + patience.toSeconds() + " s");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted while " + name + " started.", e);
            }
        }
    }
}
