package id.sigap.local;

import java.nio.file.Path;

/**
 * What lies where in a state directory.
 *
 * @param state the directory
 */
record StateLayout(Path state) {

    /** Name of the pid file of the launcher itself. */
    static final String LAUNCHER = "launcher";

    static StateLayout of(Path state) {
        return new StateLayout(state);
    }

    Path postgres() {
        return state.resolve("postgres");
    }

    Path kafka() {
        return state.resolve("kafka");
    }

    Path keycloak() {
        return state.resolve("keycloak");
    }

    /** Passwords of database roles and administrators: not for the services. */
    Path passwords() {
        return state.resolve("passwords");
    }

    Path secrets() {
        return state.resolve("secrets");
    }

    Path directory() {
        return state.resolve("directory");
    }

    Path simulatorRecords() {
        return state.resolve("simulator").resolve("accepted.ndjson");
    }

    Path run() {
        return state.resolve("run");
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path ofService(String service) {
        return state.resolve("services").resolve(service);
    }

    /** Fingerprint of the realm that Keycloak's database was made from. */
    Path realmFingerprint() {
        return state.resolve("realm.sha256");
    }
}
