package id.sigap.reply.knowledge;

/**
 * What is wrong with an article.
 *
 * @param field the field, e.g. {@code topics[1]}
 * @param sentence what its writer can do about it
 */
public record FieldMistake(String field, String sentence) {}
