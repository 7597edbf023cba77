package id.sigap.runtime.http;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Access tokens as a realm would issue them. */
final class SignedToken {
    private final PrivateKey key;

    /** Signed with this key, in PKCS 8 and Base64. */
    SignedToken(String signingKey) {
        try {
            key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(signingKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a person with one role, who may see these agencies; the token names its key. */
    String of(String keyId, String name, String role, String... agencies) {
        return Jwt.preferredUserName(name)
                .subject("subject-of-" + name)
                .claim("realm_access", Map.of("roles", Set.of(role)))
                .claim("agency", List.of(agencies))
                .expiresIn(300)
                .jws()
                .keyId(keyId)
                .sign(key);
    }
}
