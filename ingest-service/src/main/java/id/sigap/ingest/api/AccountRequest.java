package id.sigap.ingest.api;

import org.jspecify.annotations.Nullable;

/** A request that is for one account. */
interface AccountRequest {
    /** The account in the directory; null if the request names none. */
    @Nullable
    String account();
}
