package id.sigap.runtime.http;

import static id.sigap.runtime.http.HttpEdgesTest.problem;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the realm is away, nobody is told that their token is bad, or that we are broken: they are told to come back. */
@QuarkusTest
@QuarkusTestResource(TokenKeys.class)
class RealmAwayTest {
    @ConfigProperty(name = "test.signing-key")
    String signingKey;

    @ConfigProperty(name = "test.gone-realm")
    URI goneRealm;

    @BeforeEach
    void awaitTheEndOfTheShortLivedRealm() {
        await().until(() -> {
            try (Socket socket = new Socket(goneRealm.getHost(), goneRealm.getPort())) {
                return !socket.isConnected();
            } catch (IOException refused) {
                return true;
            }
        });
    }

    @Test
    void aTokenOfARealmThatWasNeverThereIsA503() {
        comeBack(with("known", "/sample/away"));
    }

    @Test
    void aTokenWithAKeyThatTheRealmCannotBeAskedForIsA503() {
        comeBack(with("new", "/sample/gone"));
    }

    @Test
    void aTokenWithAKnownKeyIsGoodWithoutTheRealm() {
        with("known", "/sample/gone").then().statusCode(200).body("name", equalTo("sari"));
    }

    @Test
    void noTokenIsA401AllTheSame() {
        problem(given().get("/sample/away").then(), 401, "unauthorized").header("WWW-Authenticate", notNullValue());
        problem(given().get("/sample/gone").then(), 401, "unauthorized").header("WWW-Authenticate", notNullValue());
    }

    @Test
    void aTokenThatIsProvablyBadIsA401AllTheSame() {
        String forged = token("known") + "x";
        problem(given().auth().oauth2(forged).get("/sample/gone").then(), 401, "unauthorized");
    }

    private Response with(String keyId, String path) {
        return given().auth().oauth2(token(keyId)).get(path);
    }

    private String token(String keyId) {
        return new SignedToken(signingKey).of(keyId, "sari", "agent");
    }

    private static void comeBack(Response answer) {
        problem(answer.then(), 503, "unavailable")
                .header("Retry-After", "10")
                .header("WWW-Authenticate", nullValue())
                .body(not(containsString("127.0.0.1")))
                .body(not(containsString("OIDC")));
    }
}
