package id.sigap.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.PostPublished;
import id.sigap.runtime.access.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks requests and makes their events. Pure: the same request under the same key gives the same ids. */
final class Requests {
    private Requests() {}

    /** The account of a request, if the caller may write for it; otherwise it does not exist for them. */
    static Directory.@Nullable Owned account(Directory directory, Caller caller, @Nullable String account)
            throws InvalidFieldException {
        return directory
                .account(Fields.id("account", account))
                .filter(owned -> caller.sees(owned.agency().id()))
                .orElse(null);
    }

    /**
     * The event of a message.
     *
     * @param fallbackId its external id if the request names none
     */
    static MessageReceived message(
            MessageRequest request, Directory.Owned owned, @Nullable String fallbackId, Instant now)
            throws InvalidFieldException {
        String account = owned.account().id();
        Channel channel = owned.account().channel();
        Author author = author(request.author());
        String named = Fields.optionalId("externalId", request.externalId());
        String externalId = named == null ? fallbackId : named;
        if (externalId == null) {
            throw new InvalidFieldException("externalId", "It must be there, as there is no Idempotency-Key.");
        }
        String thread = Fields.optionalId("threadKey", request.threadKey());
        String threadKey = thread == null ? author.id() : thread;
        return new MessageReceived(
                Ids.message(channel, account, externalId),
                Ids.conversation(channel, account, threadKey),
                owned.agency().id(),
                account,
                channel,
                externalId,
                threadKey,
                request.visibility() == null ? Visibility.PRIVATE : request.visibility(),
                author,
                Fields.words("text", request.text()),
                Fields.language("language", request.language()),
                Fields.optionalId("inReplyTo", request.inReplyTo()),
                List.of(),
                Fields.past("sentAt", request.sentAt(), now),
                now);
    }

    /** The event of a post. */
    static PostPublished post(PostRequest request, Directory.Owned owned, String fallbackId, Instant now)
            throws InvalidFieldException {
        String named = Fields.optionalId("externalId", request.externalId());
        String externalId = named == null ? fallbackId : named;
        return new PostPublished(
                Ids.post(owned.account().channel(), owned.account().id(), externalId),
                owned.agency().id(),
                owned.account().id(),
                owned.account().channel(),
                externalId,
                Fields.words("text", request.text()),
                Fields.past("publishedAt", request.publishedAt(), now),
                now);
    }

    /** SHA-256 of what the request says: the order of its fields and white space do not count. */
    static byte[] hash(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(EventJson.mapper().writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a request that was read can be hashed", e);
        }
    }

    private static Author author(MessageRequest.@Nullable AuthorRequest author) throws InvalidFieldException {
        if (author == null) {
            throw new InvalidFieldException("author", "It must be there.");
        }
        return new Author(Fields.id("author.id", author.id()), Fields.name("author.displayName", author.displayName()));
    }
}
