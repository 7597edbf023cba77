package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Flag;
import id.sigap.contracts.WrittenLanguage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a text says beside its kind.
 *
 * @param uncertain whether the kind is so unsure that a person must look before anything is sent
 * @param language the language that it is written in
 * @param flags in the order of {@link Flag}, each at most once
 * @param requests each thing that is asked or demanded, in order; empty when nothing is
 * @param known details of the topic that the text already gives
 * @param routedBy the directory's field that chose the unit, e.g. {@code routing[0]: topics kereta}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
        boolean uncertain,
        WrittenLanguage language,
        List<Flag> flags,
        List<Passage> requests,
        List<KnownSlot> known,
        @Nullable String routedBy) {
    /** Of an event from before texts were read so closely. */
    public static final Reading UNREAD =
            new Reading(false, WrittenLanguage.UNDETERMINED, List.of(), List.of(), List.of(), null);

    /** Refuses a record without its required fields. */
    public Reading {
        Objects.requireNonNull(language, "language");
        flags = flags == null ? List.of() : List.copyOf(flags);
        requests = requests == null ? List.of() : List.copyOf(requests);
        known = known == null ? List.of() : List.copyOf(known);
    }

    /** The same, of a message at which a person must look. */
    public Reading unsure() {
        return new Reading(true, language, flags, requests, known, routedBy);
    }
}
