package id.sigap.reply.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example of the specification's own libraries. */
    @Test
    void signsAsTheSpecificationDoes() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"));
    }

    @Test
    void everySecretSignsWhileOneIsReplaced() {
        String other = Signature.newSecret();
        String both = Signature.of(List.of(other, SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{}");
        assertEquals(2, both.split(" ").length);
        assertTrue(both.endsWith(Signature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{}")));
        assertNotEquals(other, Signature.newSecret());
    }
}
