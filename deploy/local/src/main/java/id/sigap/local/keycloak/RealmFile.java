package id.sigap.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The realm of every deployment, into which people, clients and secrets are merged that exist on a developer's machine
 * only.
 */
public final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/id/sigap/local/keycloak/sigap-realm.json";
    private static final String LOCAL = "/id/sigap/local/local-people.json";

    private RealmFile() {}

    /**
     * The local realm as JSON.
     *
     * @param deskSecret secret of the client {@code sigap-desk}
     */
    public static String local(String deskSecret) {
        ObjectNode realm = read(BASE);
        ObjectNode local = read(LOCAL);
        realm.withArray("users").addAll(local.withArray("users"));
        for (JsonNode addition : local.withArray("clients")) {
            merge(realm.withArray("clients"), (ObjectNode) addition);
        }
        client(realm, "sigap-desk").put("secret", deskSecret);
        return realm.toPrettyString();
    }

    private static void merge(ArrayNode clients, ObjectNode addition) {
        String id = addition.path("clientId").asText();
        for (JsonNode client : clients) {
            if (client.path("clientId").asText().equals(id)) {
                ((ObjectNode) client).setAll(addition);
                return;
            }
        }
        clients.add(addition);
    }

    private static ObjectNode client(ObjectNode realm, String id) {
        for (JsonNode client : realm.withArray("clients")) {
            if (client.path("clientId").asText().equals(id)) {
                return (ObjectNode) client;
            }
        }
        throw new StackException("The realm file has no client " + id + ".");
    }

    private static ObjectNode read(String resource) {
        try (InputStream stream = RealmFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new StackException("The resource " + resource + " is missing: build deploy/local again.");
            }
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException e) {
            throw new StackException("The resource " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }
}
