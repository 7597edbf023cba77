package id.sigap.runtime.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells who calls, from the token of the request. */
@ApplicationScoped
public class Callers {
    private static final String AGENCY = "agency";

    private final SecurityIdentity identity;

    /** Over the identity of the current request. */
    public Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who calls now. An anonymous caller has the empty name, sees no agency and has no role. */
    public Caller current() {
        if (identity.isAnonymous()) {
            return new Caller("", Set.of(), Set.of());
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return new Caller(name(token), agencies(token.getClaim(AGENCY)), identity.getRoles());
        }
        return new Caller(
                identity.getPrincipal().getName(), agencies(identity.getAttribute(AGENCY)), identity.getRoles());
    }

    private static String name(JsonWebToken token) {
        for (String claim : new String[] {"preferred_username", "client_id", "azp"}) {
            String value = token.getClaim(claim);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return token.getName();
    }

    private static Set<String> agencies(@Nullable Object claim) {
        Set<String> agencies = new HashSet<>();
        collect(claim, agencies);
        return agencies;
    }

    private static void collect(@Nullable Object claim, Set<String> into) {
        if (claim instanceof JsonArray array) {
            array.forEach(element -> collect(element, into));
        } else if (claim instanceof Collection<?> several) {
            several.forEach(element -> collect(element, into));
        } else if (claim instanceof JsonString text) {
            collect(text.getString(), into);
        } else if (claim instanceof String text && !text.isBlank()) {
            into.add(text);
        }
    }
}
