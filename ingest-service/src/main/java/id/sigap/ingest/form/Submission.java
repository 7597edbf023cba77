package id.sigap.ingest.form;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.intake.CitizenText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen sent with the form.
 *
 * @param form the form's own id, random, made when the page was shown; it is the thread
 * @param text the words
 * @param name as the citizen wants to be called; may be absent
 */
record Submission(UUID form, String text, @Nullable String name) {
    /** Longest text, in characters as the browser counts them. */
    static final int MAX_TEXT = 5_000;

    /**
     * Checks what came.
     *
     * @throws RefusedFormException with the reason
     */
    static Submission of(@Nullable String form, @Nullable String text, @Nullable String name, @Nullable String trap)
            throws RefusedFormException {
        if (trap != null && !trap.isEmpty()) {
            throw new RefusedFormException(Refusal.TRAP);
        }
        // Browsers send line breaks as CR LF but count them as one.
        String words = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (words.isEmpty()) {
            throw new RefusedFormException(Refusal.EMPTY);
        }
        if (words.codePointCount(0, words.length()) > MAX_TEXT) {
            throw new RefusedFormException(Refusal.TOO_LONG);
        }
        if (!CitizenText.wellFormed(words) || (name != null && !CitizenText.wellFormed(name))) {
            throw new RefusedFormException(Refusal.UNREADABLE);
        }
        return new Submission(formId(form), words, CitizenText.name(name == null ? null : name.strip()));
    }

    /**
     * The event. The same form sent twice is one message; the same form with other words is a second message in the
     * same conversation, so that nothing a citizen wrote is dropped.
     */
    MessageReceived message(Directory.Owned owned, Instant now) {
        String thread = form.toString();
        String account = owned.account().id();
        String externalId = Ids.derived("form", thread, text).toString();
        return new MessageReceived(
                Ids.message(Channel.WEB, account, externalId),
                Ids.conversation(Channel.WEB, account, thread),
                owned.agency().id(),
                account,
                Channel.WEB,
                externalId,
                thread,
                Visibility.PRIVATE,
                new Author(thread, name),
                text,
                null,
                null,
                List.of(),
                now,
                now);
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Submission[…]";
    }

    private static UUID formId(@Nullable String form) throws RefusedFormException {
        try {
            if (form != null && form.length() == 36) {
                return UUID.fromString(form);
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedFormException(Refusal.BROKEN);
        }
        throw new RefusedFormException(Refusal.BROKEN);
    }
}
