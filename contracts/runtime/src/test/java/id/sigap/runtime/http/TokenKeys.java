package id.sigap.runtime.http;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;

/**
 * A key pair of this run alone: the application verifies with the one half, the test signs with the other. A realm that
 * tells its key, named {@code known}, and goes away for good, is the tenant {@code gone}.
 */
public final class TokenKeys implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            String gone = shortLivedRealm((RSAPublicKey) pair.getPublic());
            return Map.of(
                    "quarkus.oidc.public-key",
                    base64.encodeToString(pair.getPublic().getEncoded()),
                    "test.signing-key",
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    "quarkus.oidc.gone.auth-server-url",
                    gone,
                    "test.gone-realm",
                    gone);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}

    /** Answers what the application asks once, at its start, and ends. */
    private static String shortLivedRealm(RSAPublicKey key) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        answer(server, "/.well-known/openid-configuration", """
                {"issuer": "@", "jwks_uri": "@/keys", "introspection_endpoint": "@/introspect", "token_endpoint": "@/token"}""".replace("@", address), () -> {});
        answer(
                server,
                "/keys",
                """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "known", "n": "%s", "e": "%s"}]}""".formatted(base64(key.getModulus()), base64(key.getPublicExponent())),
                () -> server.stop(0));
        server.start();
        return address;
    }

    private static void answer(HttpServer server, String path, String json, Runnable afterwards) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            new Thread(afterwards).start();
        });
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
