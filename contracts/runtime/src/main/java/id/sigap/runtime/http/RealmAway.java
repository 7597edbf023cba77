package id.sigap.runtime.http;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.runtime.OidcEndpointAccessException;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpClosedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a token that is not valid from one that nobody can judge now, because the realm that issued it does not answer:
 * its address and keys are asked for at the first token, and its keys again when a token names a new one.
 */
final class RealmAway {
    /** What a restart of the realm takes. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    static final String DETAIL = "Who calls cannot be verified now; come back after the time in Retry-After.";

    private static final int MAX_CAUSES = 8;

    private RealmAway() {}

    /** Whether an exchange failed because the realm could not be asked. */
    static boolean caused(@Nullable Throwable failure) {
        if (failure instanceof OIDCException || failure instanceof OidcEndpointAccessException) {
            return true; // no connection yet; what is wrong with a token is an AuthenticationException around it
        }
        Throwable cause = failure instanceof AuthenticationException ? failure.getCause() : null;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (unanswered(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean unanswered(Throwable failure) {
        return failure instanceof SocketException
                || failure instanceof SocketTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof SSLException
                || failure instanceof HttpClosedException
                || failure instanceof TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException
                || failure instanceof OidcEndpointAccessException;
    }
}
