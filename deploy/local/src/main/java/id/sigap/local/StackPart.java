package id.sigap.local;

/** What the stack can consist of, besides the services. */
public enum StackPart {
    /** The database server with the databases, schemas and roles of the services. */
    POSTGRES,
    /** The broker with all topics. */
    KAFKA,
    /** The identity provider with the local realm. Needs {@link #POSTGRES}. */
    KEYCLOAK,
    /** What stands where WhatsApp, Telegram and the other channels stand. */
    SIMULATOR
}
