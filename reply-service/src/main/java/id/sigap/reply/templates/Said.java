package id.sigap.reply.templates;

import id.sigap.contracts.event.Reading;

/**
 * One message of a turn, as far as an answer needs it.
 *
 * @param text the words
 * @param reading what triage read in exactly these words; {@link Reading#UNREAD} when they were changed since
 */
public record Said(String text, Reading reading) {
    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Said[" + text.length() + " characters]";
    }
}
