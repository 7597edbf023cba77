package id.sigap.reply.desk;

import id.sigap.runtime.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Refuses forms that another site's page sends in a logged-in person's name. Browsers say where a form comes from in
 * {@code Sec-Fetch-Site} (Fetch Metadata, W3C) or, older ones, in {@code Origin}; the session's cookie is
 * {@code SameSite=Lax} besides.
 */
@RequestScoped
class SameOrigin {
    private final HttpHeaders headers;

    SameOrigin(@jakarta.ws.rs.core.Context HttpHeaders headers) {
        this.headers = headers;
    }

    /** Fails with 403 unless the form comes from our own pages. */
    void require() {
        @Nullable String site = headers.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            refuseUnless(site.equals("same-origin"));
            return;
        }
        @Nullable String origin = headers.getHeaderString("Origin");
        @Nullable String host = headers.getHeaderString(HttpHeaders.HOST);
        refuseUnless(origin != null && host != null && host.equals(authority(origin)));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw ProblemException.forbidden("This form does not come from the desk's own pages.");
        }
    }
}
