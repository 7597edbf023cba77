package id.sigap.reply;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens as the realm would issue them, signed with a key that lives as long as the test. */
public final class TestTokens implements QuarkusTestResourceLifecycleManager {
    /** Crosses the class loaders between this resource and the test. */
    private static final String KEY = "sigap.test.signing-key";

    /** By what they say and who signed: without the optimising compiler a signature takes 20 ms, as long as a request. */
    private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            return Map.of(
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    // Where a test may set up a mail server.
                    "sigap.mail.port",
                    Integer.toString(freePort()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        System.clearProperty(KEY);
    }

    /** The token of a person of one agency. */
    static String of(String name, String agency, String... roles) {
        return of(name, List.of(agency), roles);
    }

    /** The token of a person of several agencies. */
    static String of(String name, List<String> agencies, String... roles) {
        String key = System.getProperty(KEY);
        return SIGNED.computeIfAbsent(
                List.of(key, name, List.copyOf(agencies), List.of(roles)), any -> signed(key, name, agencies, roles));
    }

    private static String signed(String signingKey, String name, List<String> agencies, String... roles) {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"sub\":\"" + name + "\",\"preferred_username\":\"" + name + "\",\"agency\":["
                + agencies.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","))
                + "],\"realm_access\":{\"roles\":["
                + Arrays.stream(roles).map(role -> '"' + role + '"').collect(Collectors.joining(","))
                + "]},\"groups\":["
                + Arrays.stream(roles).map(role -> '"' + role + '"').collect(Collectors.joining(","))
                + "],\"iat\":" + now + ",\"exp\":" + (now + 3600) + ",\"typ\":\"Bearer\"}";
        String head = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String content = head + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(signingKey)));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
