package id.sigap.runtime.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/**
 * How often one address may ask for something that needs no login: a bucket of tokens per IPv4 address or IPv6 /64
 * network. To be set generously, because many citizens share the address of a mobile network. The memory is bounded; a
 * bucket forgotten early is a full one. For several threads.
 */
public final class AddressRate {
    private static final int MOST_ADDRESSES = 100_000;

    private final int burst;
    private final double perNano;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /** So many at once, and so many a minute on. */
    public AddressRate(int burst, int perMinute) {
        this(burst, perMinute, System::nanoTime);
    }

    /** By a clock of one's own, in nanoseconds. */
    public AddressRate(int burst, int perMinute, LongSupplier nanos) {
        this.burst = burst;
        this.perNano = perMinute / 60e9;
        this.nanos = nanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(Duration.ofMinutes(30))
                .build();
    }

    /** Takes a token of the address; false if there is none left. */
    public boolean allows(String address) {
        return buckets.get(network(address), network -> new Bucket(burst, nanos.getAsLong()))
                .take(burst, perNano, nanos.getAsLong());
    }

    /** How long until the next token. */
    public Duration pause() {
        return Duration.ofSeconds(Math.max(1, (long) (1 / perNano / 1e9)));
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A literal address: nothing is looked up.
            if (InetAddress.getByName(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
            }
        } catch (UnknownHostException e) {
            return "";
        }
        return address;
    }

    /** Tokens of one network. */
    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(int burst, long now) {
            this.tokens = burst;
            this.at = now;
        }

        synchronized boolean take(int burst, double perNano, long now) {
            tokens = Math.min(burst, tokens + (now - at) * perNano);
            at = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
