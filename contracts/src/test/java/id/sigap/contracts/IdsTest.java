package id.sigap.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids that are computed are the same everywhere; ids that are made sort by their time. */
class IdsTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private final Random random = new Random(20260122);

    @Test
    void version5IsThatOfTheStandard() {
        // RFC 9562, appendix A.4
        assertEquals(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"), Ids.v5(DNS, "www.example.com"));
    }

    @Test
    void version5AgreesWithAnotherComputation() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            UUID namespace = new UUID(random.nextLong(), random.nextLong());
            String name = word();
            assertEquals(byHex(namespace, name), Ids.v5(namespace, name));
        }
    }

    @Test
    void derivedIdsAreFixedForEver() throws Exception {
        UUID namespace = byHex(URL, "https://sigap.id/ids");
        assertEquals(
                byHex(namespace, "7:message8:whatsapp11:kemenhub-wa7:wamid.1"),
                Ids.message(Channel.WHATSAPP, "kemenhub-wa", "wamid.1"));
        assertEquals(
                byHex(namespace, "12:conversation3:web12:kemenhub-web1:t"),
                Ids.conversation(Channel.WEB, "kemenhub-web", "t"));
        assertEquals(byHex(namespace, "4:post1:x10:kemenhub-x1:1"), Ids.post(Channel.X, "kemenhub-x", "1"));
    }

    @Test
    void noTwoListsOfPartsReadAlike() {
        assertNotEquals(Ids.derived("ab", "c"), Ids.derived("a", "bc"));
        assertNotEquals(Ids.derived("a", ""), Ids.derived("a"));
        assertNotEquals(Ids.derived("1:a"), Ids.derived("1", "a"));
        Set<UUID> seen = new HashSet<>();
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String one = word();
            String two = word();
            if (parts.add(one + "\0" + two)) {
                assertTrue(seen.add(Ids.derived(one, two)));
            }
        }
    }

    @Test
    void timeOrderedIdsSortByTheirTime() {
        for (int i = 0; i < 5_000; i++) {
            // Given
            Instant at = Instant.ofEpochMilli(random.nextLong(0, 1L << 47));
            UUID earlier = Ids.timeOrdered(at);
            UUID later = Ids.timeOrdered(at.plusMillis(1 + random.nextInt(10_000)));

            // Then as text, as PostgreSQL sorts them, too
            assertTrue(earlier.toString().compareTo(later.toString()) < 0, earlier + " " + later);
            assertEquals(7, earlier.version());
            assertEquals(2, earlier.variant());
            assertEquals(at.toEpochMilli(), earlier.getMostSignificantBits() >>> 16);
        }
    }

    @Test
    void timeOrderedIdsOfOneMillisecondDiffer() {
        Set<UUID> seen = new HashSet<>();
        Instant at = Instant.parse("2026-01-22T01:15:00Z");
        for (int i = 0; i < 100_000; i++) {
            assertTrue(seen.add(Ids.timeOrdered(at)));
        }
    }

    /** Another way to the same: through hexadecimal text instead of bits. */
    private static UUID byHex(UUID namespace, String name) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex(namespace.toString().replace("-", "")));
        bytes.write(name.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes.toByteArray()));
        String variant = Integer.toHexString(8 | (Integer.parseInt(hex.substring(16, 17), 16) & 3));
        return UUID.fromString(hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-5" + hex.substring(13, 16) + "-"
                + variant + hex.substring(17, 20) + "-" + hex.substring(20, 32));
    }

    private String word() {
        int[] points = random.ints(random.nextInt(12), 32, 0x24F).toArray();
        return new String(points, 0, points.length);
    }
}
