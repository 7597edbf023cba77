package id.sigap.ingest.whatsapp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSignatureTest {
    /** Meta signs the escaped form; the vector is published with its SDKs. */
    private static final byte[] BODY = "{\"text\":\"\\u00e4\\u00f6\\u00e5\"}".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] SECRET = "appsecret".getBytes(StandardCharsets.US_ASCII);
    private static final String HEX = "f823e7ceab4f08bb0b0644678deb928221134967d55acc182a0ae7010ac54852";

    @Test
    void theVectorVerifies() {
        assertTrue(HubSignature.signs("sha256=" + HEX, BODY, SECRET));
    }

    @Test
    void theSameWordsInOtherBytesDoNotVerify() {
        assertFalse(HubSignature.signs("sha256=" + HEX, "{\"text\":\"äöå\"}".getBytes(StandardCharsets.UTF_8), SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                HEX,
                "sha1=" + HEX,
                "SHA256=" + HEX,
                "sha256=" + HEX + "0",
                "sha256= " + HEX,
                "sha256=f823e7ceab4f08bb0b0644678deb928221134967d55acc182a0ae7010ac5485",
                "sha256=f823e7ceab4f08bb0b0644678deb928221134967d55acc182a0ae7010ac54853"
            })
    void anythingElseDoesNot(String header) {
        assertFalse(HubSignature.signs(header, BODY, SECRET));
    }

    @Test
    void neitherUpperCaseNorAMissingHeaderNorAnEmptySecretVerifies() {
        assertFalse(HubSignature.signs("sha256=" + HEX.toUpperCase(Locale.ROOT), BODY, SECRET));
        assertFalse(HubSignature.signs(null, BODY, SECRET));
        assertFalse(HubSignature.signs("sha256=" + HEX, BODY, new byte[0]));
    }
}
