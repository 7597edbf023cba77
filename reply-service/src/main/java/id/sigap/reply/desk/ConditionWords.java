package id.sigap.reply.desk;

import id.sigap.contracts.Flag;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When a rule of the directory fits, as one says it to somebody who never saw the directory. */
final class ConditionWords {
    private static final int PERCENT = 100;

    private ConditionWords() {}

    /** All parts must hold; of those that name several things one is enough. */
    static String of(Condition when, Agency agency, DeskWords words) {
        if (when.fitsAll()) {
            return Say.WHEN_ANYTHING.by(words);
        }
        List<String> parts = new ArrayList<>();
        any(parts, words.kindField(), when.kinds(), words::of);
        any(
                parts,
                Say.TOPIC.by(words),
                when.topics(),
                id -> agency.topic(id).map(Topic::name).orElse(id));
        any(parts, words.channelField(), when.channels(), words::of);
        any(parts, Say.WHEN_ACCOUNT.by(words), when.accounts(), id -> id);
        any(parts, Say.URGENCY.by(words), when.urgencies(), words::of);
        any(parts, Say.WHEN_WORDS.by(words), when.words(), word -> "“" + word + "”");
        if (when.visibility() != null) {
            parts.add((when.visibility() == Visibility.PUBLIC ? Say.PUBLIC : Say.PRIVATE).by(words));
        }
        if (when.minConfidence() != null) {
            parts.add(Say.WHEN_SURE.with(words, Math.round(when.minConfidence() * PERCENT)));
        }
        if (when.personalData() != null) {
            parts.add((when.personalData() ? Say.WHEN_PERSONAL : Say.WHEN_NOT_PERSONAL).by(words));
        }
        if (when.minIntensity() != null) {
            parts.add(Say.WHEN_INTENSE.with(words, Math.round(when.minIntensity() * PERCENT)));
        }
        if (when.uncertain() != null) {
            parts.add((when.uncertain() ? Say.WHEN_UNSURE : Say.WHEN_NOT_UNSURE).by(words));
        }
        any(parts, Say.WHEN_FLAG.by(words), when.flags(), flag -> flag(flag, words));
        return String.join("; ", parts);
    }

    private static String flag(Flag flag, DeskWords words) {
        return flag == Flag.WHISTLE_BLOWING ? Say.WHEN_WHISTLE.by(words) : flag.wire();
    }

    private static <T> void any(List<String> parts, String label, List<T> values, Function<T, String> word) {
        if (!values.isEmpty()) {
            parts.add(label + ": " + values.stream().map(word).collect(Collectors.joining(", ")));
        }
    }
}
