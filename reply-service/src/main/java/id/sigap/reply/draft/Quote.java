package id.sigap.reply.draft;

/**
 * An answer that the knowledge base gives to one thing that was asked.
 *
 * @param answer word by word
 * @param source whose words they are
 */
public record Quote(String answer, Source source) {}
