package id.sigap.reply.draft;

import id.sigap.contracts.Wire;

/** What a template may leave open for the composer to fill; written {@code {word}}. */
public enum TemplateSlot {
    /** A blank and the citizen's name; nothing when unknown or in public. */
    NAME("nama"),
    /** The case's number. */
    NUMBER("nomor"),
    /** The words " tentang" and the topic; nothing when no topic fits. */
    TOPIC("topik"),
    /** The unit's name. */
    UNIT("unit"),
    /** The agency's name. */
    AGENCY("instansi"),
    /** By when the citizen hears from us: day, date and time with its zone. */
    DEADLINE("tenggat"),
    /** By when the law wants it settled: the day, and how many working days these are; nothing when no law says so. */
    LEGAL_DEADLINE("batas"),
    /** The question for what is missing; nothing when all is there. */
    QUESTIONS("pertanyaan"),
    /** What the knowledge base answers; nothing when it has no answer. */
    ANSWER("jawaban"),
    /** One line of empathy; nothing when the citizen is calm. */
    EMPATHY("empati");

    private final String wire;

    TemplateSlot(String wire) {
        this.wire = wire;
    }

    /** The word between the braces. */
    public String wire() {
        return wire;
    }

    /**
     * The constant of a word.
     *
     * @throws IllegalArgumentException if no constant has this word
     */
    public static TemplateSlot of(String wire) {
        return Wire.of(values(), TemplateSlot::wire, wire);
    }
}
