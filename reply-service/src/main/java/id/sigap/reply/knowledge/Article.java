package id.sigap.reply.knowledge;

import java.util.Optional;

/**
 * An article of an agency's knowledge base.
 *
 * @param agency whose
 * @param id unique in the agency, lower-case words joined by hyphens
 * @param version rises with each change; drafts name the version that they quote
 * @param content what it says
 */
public record Article(String agency, String id, int version, ArticleContent content) {
    /** The article as those find it who write English; empty when it says nothing in English. */
    Optional<Article> english() {
        return Optional.ofNullable(content.english())
                .map(text -> new Article(
                        agency,
                        id,
                        version,
                        new ArticleContent(
                                content.unit(),
                                text.title(),
                                content.topics(),
                                text.questions(),
                                text.answer(),
                                content.validFrom(),
                                content.validUntil(),
                                content.source(),
                                content.state(),
                                text)));
    }
}
