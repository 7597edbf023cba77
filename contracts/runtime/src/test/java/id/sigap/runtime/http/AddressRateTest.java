package id.sigap.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressRateTest {
    private final AtomicLong now = new AtomicLong();
    private final AddressRate rate = new AddressRate(3, 6, now::get);

    @Test
    void afterABurstOneMustWait() {
        assertEquals(
                3, IntStream.range(0, 10).filter(n -> rate.allows("10.0.0.1")).count());

        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertTrue(rate.allows("10.0.0.1"));
        assertFalse(rate.allows("10.0.0.1"));
    }

    @Test
    void othersAreNotHeldUp() {
        IntStream.range(0, 4).forEach(n -> rate.allows("10.0.0.1"));

        assertTrue(rate.allows("10.0.0.2"));
    }

    @Test
    void anIpv6NetworkIsOneNeighbour() {
        assertEquals(
                3,
                IntStream.range(1, 10)
                        .filter(n -> rate.allows("2001:db8:0:1::" + n))
                        .count());
        assertTrue(rate.allows("2001:db8:0:2::1"));
    }
}
