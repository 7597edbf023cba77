package id.sigap.local;

import id.sigap.local.keycloak.RealmFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a database of Keycloak was made from the realm as it is now. */
final class Realm {

    private Realm() {}

    /** Changes when the realm, its local people or a version changes. */
    static String fingerprint() {
        String all = RealmFile.local("") + Checkout.keycloakVersion() + Checkout.postgresVersion();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
