package id.sigap.reply.knowledge;

/**
 * An article of an agency's knowledge base.
 *
 * @param agency whose
 * @param id unique in the agency, lower-case words joined by hyphens
 * @param version rises with each change; drafts name the version that they quote
 * @param content what it says
 */
public record Article(String agency, String id, int version, ArticleContent content) {}
