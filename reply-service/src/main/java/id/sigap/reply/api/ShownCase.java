package id.sigap.reply.api;

import id.sigap.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A case as it is now, with its version as the ETag: what every act on a case answers with. */
@ApplicationScoped
class ShownCase {
    private final CaseReader reader;

    ShownCase(CaseReader reader) {
        this.reader = reader;
    }

    /** The case after an act; an act that came too late is a 412 for whoever named a version by the header. */
    Uni<RestResponse<CaseViews.Detail>> after(Caller caller, UUID id, @Nullable String match, Uni<Void> act) {
        return IfMatch.guarded(match, act).flatMap(done -> now(caller, id, RestResponse.Status.OK));
    }

    /** The case with this status. */
    Uni<RestResponse<CaseViews.Detail>> now(Caller caller, UUID id, RestResponse.Status status) {
        return reader.detail(caller, id)
                .map(detail -> RestResponse.ResponseBuilder.create(status, detail)
                        .tag(Integer.toString(detail.file().version()))
                        .build());
    }
}
