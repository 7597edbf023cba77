package id.sigap.reply.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.runtime.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final UUID ENDPOINT = new UUID(0x7000L, 0x8001L);
    private static final UUID OTHER = new UUID(0x7000L, 0x8002L);
    private static final String SECRET = "whsec_c2VjcmV0";

    @TempDir
    Path folder;

    @Test
    void aSealedSecretIsOpenedByItsKeyForItsEndpointOnly() throws IOException {
        KeyRing ring = ring("webhook-key", "a-key-of-the-demo-with-thirty-two-characters");
        KeyRing.Sealed sealed = ring.seal(SECRET, ENDPOINT).orElseThrow();

        assertEquals("webhook-key", sealed.keyId());
        assertFalse(sealed.secret().contains(SECRET));
        assertEquals(Optional.of(SECRET), ring.open(sealed.secret(), "webhook-key", ENDPOINT));
        assertEquals(Optional.empty(), ring.open(sealed.secret(), "webhook-key", OTHER));
        assertNotEquals(sealed, ring.seal(SECRET, ENDPOINT).orElseThrow(), "each seal has its own nonce");
    }

    @Test
    void whatWasChangedIsNotOpened() throws IOException {
        KeyRing ring = ring("webhook-key", "a-key-of-the-demo-with-thirty-two-characters");
        byte[] bytes = Base64.getDecoder()
                .decode(ring.seal(SECRET, ENDPOINT).orElseThrow().secret());
        for (int i : new int[] {0, 12, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertEquals(Optional.empty(), ring.open(text, "webhook-key", ENDPOINT), "byte " + i);
        }
        assertEquals(Optional.empty(), ring.open("not Base64", "webhook-key", ENDPOINT));
    }

    @Test
    void aNewKeyTakesOverAndTheOldOneStillOpens() throws IOException {
        KeyRing before = ring("webhook-key-1", "the-first-key-with-at-least-32-characters");
        KeyRing.Sealed sealed = before.seal(SECRET, ENDPOINT).orElseThrow();
        KeyRing after = ring("webhook-key-2", "the-second-key-with-at-least-32-characters");

        assertEquals(Optional.of(SECRET), after.open(sealed.secret(), sealed.keyId(), ENDPOINT));
        assertEquals("webhook-key-2", after.seal(SECRET, ENDPOINT).orElseThrow().keyId());
    }

    @Test
    void withoutAKeyNothingIsSealedAndAShortTextIsNone() throws IOException {
        assertFalse(new KeyRing(new Secrets(Optional.of(folder)), "webhook-key").ready());
        KeyRing ring = ring("webhook-key", "short");
        assertTrue(ring.seal(SECRET, ENDPOINT).isEmpty());
        assertEquals(Optional.of(SECRET), ring.open(SECRET, null, ENDPOINT), "from before secrets were sealed");
    }

    private KeyRing ring(String name, String key) throws IOException {
        Files.writeString(folder.resolve(name), key);
        return new KeyRing(new Secrets(Optional.of(folder)), name);
    }
}
