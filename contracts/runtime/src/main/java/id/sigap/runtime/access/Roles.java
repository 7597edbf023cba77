package id.sigap.runtime.access;

/** The roles of the realm, for {@code @RolesAllowed}. */
public final class Roles {
    /** Answers citizens: works on cases, drafts, submits. */
    public static final String AGENT = "agent";
    /** Approves, and sees the figures of the own agencies. */
    public static final String SUPERVISOR = "supervisor";
    /** Runs the system: quarantine, model, routing. */
    public static final String OPERATOR = "operator";
    /** Sees figures and changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Another system that sends messages or fetches figures. */
    public static final String INTEGRATION = "integration";

    private Roles() {}
}
