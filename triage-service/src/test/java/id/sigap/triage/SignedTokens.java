package id.sigap.triage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signs tokens as the realm would, with a key that only this test run has: the real check without Keycloak's start. */
public final class SignedTokens implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "http://localhost:8180/realms/sigap";
    /** By what they say: without the optimising compiler a signature takes 20 ms, as long as a request. */
    private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

    private static volatile @Nullable KeyPair keys;

    /** Created by Quarkus. */
    public SignedTokens() {}

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            keys = pair;
            return Map.of(
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    "quarkus.oidc.auth-server-url",
                    "",
                    "quarkus.oidc.token.issuer",
                    ISSUER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        keys = null;
    }

    /** A token of somebody with a role in agencies. */
    static String of(String name, String role, String... agencies) {
        KeyPair pair = keys;
        if (pair == null) {
            throw new IllegalStateException("no key: annotate the test with SignedTokens");
        }
        return SIGNED.computeIfAbsent(
                List.of(pair.getPublic(), name, role, List.of(agencies)), any -> signed(pair, name, role, agencies));
    }

    private static String signed(KeyPair pair, String name, String role, String... agencies) {
        String claims = "{\"iss\":\"" + ISSUER + "\",\"sub\":\"" + name + "\",\"preferred_username\":\"" + name
                + "\",\"iat\":" + Instant.now().getEpochSecond() + ",\"exp\":"
                + Instant.now().plusSeconds(600).getEpochSecond()
                + ",\"realm_access\":{\"roles\":[\"" + role + "\"]},\"agency\":["
                + Arrays.stream(agencies).map(agency -> '"' + agency + '"').collect(Collectors.joining(","))
                + "]}";
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
