package id.sigap.metrics.live;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** How long somebody may listen, and how they know that the line is open. */
public final class Listening {
    /** Often enough that no proxy takes the silence for the end. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    /** Without a token that says it. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private Listening() {}

    /** The same with signs of life, up to the end of the token that was listened with. */
    public static <T> Multi<T> whileValid(Multi<T> items, T alive, SecurityIdentity identity, Instant now) {
        return whileValid(items, alive, left(identity, now));
    }

    static <T> Multi<T> whileValid(Multi<T> items, T alive, Duration left) {
        Multi<Optional<T>> signs = Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> Optional.of(alive));
        // An item of its own, for select().first(Duration) ends the line and does not cancel what it listens to.
        Multi<Optional<T>> end = Uni.createFrom()
                .item(Optional.<T>empty())
                .onItem()
                .delayIt()
                .by(left)
                .toMulti();
        return Multi.createBy()
                .merging()
                .withRequests(1)
                .streams(items.map(Optional::of), signs, end)
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    private static Duration left(SecurityIdentity identity, Instant now) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0) {
            Duration left = Duration.between(now, Instant.ofEpochSecond(token.getExpirationTime()));
            return left.isNegative() || left.isZero() ? Duration.ofSeconds(1) : left;
        }
        return LONGEST;
    }
}
