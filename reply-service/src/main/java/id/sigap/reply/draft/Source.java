package id.sigap.reply.draft;

/**
 * Where a part of a draft was taken from, for whoever reads the draft.
 *
 * @param article id of the article
 * @param version of the article as it was quoted
 * @param title of the article
 * @param origin what the article itself names as its source
 * @param score how well it fits what was asked, 0 to 1
 */
public record Source(String article, int version, String title, String origin, double score) {}
