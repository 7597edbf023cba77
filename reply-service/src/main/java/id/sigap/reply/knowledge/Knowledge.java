package id.sigap.reply.knowledge;

/** The agencies' articles, at hand for drafts by the thousand. */
@FunctionalInterface
public interface Knowledge {
    /** What this agency knows; an empty index when it has no articles. Never blocks. */
    ArticleIndex of(String agency);
}
