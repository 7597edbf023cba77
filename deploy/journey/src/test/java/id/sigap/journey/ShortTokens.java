package id.sigap.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tokens that are real and good for nothing here. */
final class ShortTokens {
    private static final String CLIENT = "sigap-brief";

    private ShortTokens() {}

    /** Of Keycloak's own realm, signed by other keys. */
    static String admin() {
        return token(
                RunningSigap.get().stack().keycloakIssuer().replace("/realms/sigap", "/realms/master"),
                "admin-cli",
                "admin",
                RunningSigap.get().stack().password("keycloak-admin"));
    }

    /** Budi's, from a client whose tokens last two seconds, which are over. */
    static String expired() {
        String issuer = RunningSigap.get().stack().keycloakIssuer();
        int status = given().header("Authorization", "Bearer " + admin())
                .contentType("application/json")
                .body(Map.of(
                        "clientId",
                        CLIENT,
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        false,
                        "directAccessGrantsEnabled",
                        true,
                        "attributes",
                        Map.of("access.token.lifespan", "2"),
                        "protocolMappers",
                        List.of(
                                mapper(
                                        "agency",
                                        "oidc-usermodel-attribute-mapper",
                                        Map.of(
                                                "user.attribute", "agency",
                                                "claim.name", "agency",
                                                "jsonType.label", "String",
                                                "multivalued", "true",
                                                "access.token.claim", "true")),
                                mapper(
                                        "audience",
                                        "oidc-audience-mapper",
                                        Map.of(
                                                "included.custom.audience", "sigap",
                                                "access.token.claim", "true")))))
                .post(issuer.replace("/realms/", "/admin/realms/") + "/clients")
                .statusCode();
        if (status != 201 && status != 409) {
            throw new IllegalStateException("Keycloak answered " + status);
        }
        String token = token(issuer, CLIENT, "budi", "budi");
        String route = RunningSigap.get().reply() + "/api/v1/cases";
        await("the token expires")
                .atMost(Duration.ofSeconds(60))
                .until(() -> given().header("Authorization", "Bearer " + token)
                                .get(route)
                                .statusCode()
                        == 401);
        return token;
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }

    private static String token(String issuer, String client, String name, String password) {
        return given().formParams(
                        Map.of("grant_type", "password", "client_id", client, "username", name, "password", password))
                .post(issuer + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("access_token");
    }
}
