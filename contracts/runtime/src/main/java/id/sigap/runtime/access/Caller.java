package id.sigap.runtime.access;

import id.sigap.runtime.problem.ProblemException;
import java.util.Set;

/**
 * Who calls.
 *
 * @param name the login name, or the client's id for another system
 * @param agencies the ids of the agencies whose rows they may see
 * @param roles the roles of the realm they have
 */
public record Caller(String name, Set<String> agencies, Set<String> roles) {
    /** Copies. */
    public Caller {
        agencies = Set.copyOf(agencies);
        roles = Set.copyOf(roles);
    }

    /** Whether rows of this agency may be shown. */
    public boolean sees(String agency) {
        return agencies.contains(agency);
    }

    /**
     * Passes if rows of this agency may be shown.
     *
     * @throws ProblemException 404 otherwise: what one may not see does not exist
     */
    public void mustSee(String agency) {
        if (!sees(agency)) {
            throw ProblemException.notFound();
        }
    }

    /** Whether they have this role, one of {@link Roles}. */
    public boolean is(String role) {
        return roles.contains(role);
    }
}
