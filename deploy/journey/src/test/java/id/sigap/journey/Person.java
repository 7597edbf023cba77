package id.sigap.journey;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody, or some system, that calls the interfaces with a token of the real realm. */
final class Person {
    private static final Map<String, Person> KNOWN = new ConcurrentHashMap<>();
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Map<String, String> form;
    private String token = "";
    private Instant until = Instant.MIN;

    private Person(Map<String, String> form) {
        this.form = form;
    }

    /** A person of the demo realm, whose password equals the name. */
    static Person named(String name) {
        return KNOWN.computeIfAbsent(
                name,
                n -> new Person(
                        Map.of("grant_type", "password", "client_id", "sigap-cli", "username", n, "password", n)));
    }

    /** The other systems of the ministries. */
    static Person integration() {
        return KNOWN.computeIfAbsent(
                "sigap-integration",
                n -> new Person(
                        Map.of("grant_type", "client_credentials", "client_id", n, "client_secret", "local-only")));
    }

    /** A request in the name of this person. */
    RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + token());
    }

    /** The token itself. */
    String bearer() {
        return token();
    }

    private synchronized String token() {
        if (Instant.now().isAfter(until)) {
            var answer = given().formParams(form)
                    .post(RunningSigap.get().stack().keycloakIssuer() + "/protocol/openid-connect/token")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            token = answer.getString("access_token");
            until = Instant.now().plusSeconds(answer.getLong("expires_in")).minus(MARGIN);
        }
        return token;
    }
}
