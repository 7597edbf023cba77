package id.sigap.reply.model;

/** Something that completes a text. May be slow, wrong, or talked into anything: its words are checked. */
@FunctionalInterface
public interface LanguageModel {
    /**
     * Its answer.
     *
     * @param rules what it is to do, from us
     * @param material what it works on, from anybody
     * @throws RuntimeException when it is away or too slow
     */
    String answer(String rules, String material);
}
