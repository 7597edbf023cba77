package id.sigap.reply.knowledge;

/** The agencies' articles, at hand for drafts by the thousand. */
public interface Knowledge {
    /** What this agency knows; an empty index when it has no articles. Never blocks. */
    ArticleIndex of(String agency);

    /** What this agency knows in English; an empty index when none of its articles says anything in it. Never blocks. */
    ArticleIndex english(String agency);
}
