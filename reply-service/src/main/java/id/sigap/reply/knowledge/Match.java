package id.sigap.reply.knowledge;

/**
 * An article that may answer a text.
 *
 * @param article the article
 * @param score how well it fits, 0 to 1
 */
public record Match(Article article, double score) {}
