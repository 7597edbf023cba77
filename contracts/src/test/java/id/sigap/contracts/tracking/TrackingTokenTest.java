package id.sigap.contracts.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the token that was issued opens a conversation: no other string, and not under another secret. */
class TrackingTokenTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] SECRET = "a secret of a deployment".getBytes(StandardCharsets.UTF_8);

    private final Random random = new Random(20260122);

    @Test
    void opensWhatWasIssued() {
        for (int i = 0; i < 1_000; i++) {
            UUID conversation = uuid();
            byte[] secret = secret();
            String token = TrackingToken.issue(conversation, secret);
            assertEquals(Optional.of(conversation), TrackingToken.open(token, secret));
            assertEquals(token, TrackingToken.issue(conversation, secret));
            assertTrue(token.matches("[A-Za-z0-9_-]{43}"), token);
        }
    }

    @Test
    void anyOtherCharacterAnywhereOpensNothing() {
        for (int i = 0; i < 20; i++) {
            String token = TrackingToken.issue(uuid(), SECRET);
            for (int at = 0; at < token.length(); at++) {
                for (char other : ALPHABET.toCharArray()) {
                    String tampered = token.substring(0, at) + other + token.substring(at + 1);
                    if (!tampered.equals(token)) {
                        assertEquals(Optional.empty(), TrackingToken.open(tampered, SECRET), tampered);
                    }
                }
            }
        }
    }

    @Test
    void anotherSecretOpensNothing() {
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Optional.empty(), TrackingToken.open(TrackingToken.issue(uuid(), SECRET), secret()));
        }
        UUID conversation = uuid();
        assertNotEquals(TrackingToken.issue(conversation, SECRET), TrackingToken.issue(conversation, secret()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/",
                "AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA",
                "ééééééééééééééééééééééééééééééééééééééééééé",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void whatIsNoTokenOpensNothing(String text) {
        assertEquals(Optional.empty(), TrackingToken.open(text, SECRET));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TrackingToken.issue(uuid(), new byte[15]));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private byte[] secret() {
        byte[] secret = new byte[16 + random.nextInt(32)];
        random.nextBytes(secret);
        return secret;
    }
}
