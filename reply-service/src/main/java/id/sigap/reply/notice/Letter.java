package id.sigap.reply.notice;

/**
 * What is mailed.
 *
 * @param subject one line
 * @param text plain text
 */
public record Letter(String subject, String text) {}
