package id.sigap.bench.triage;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.Triager;
import id.sigap.triage.model.ModelInForce;
import id.sigap.triage.personaldata.PersonalDataFinder;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole triage of a message, and its larger parts, by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TriageBenchmark {
    private static final int HUGE = 100_000;
    private static final int EMOJI = 10_000;

    private final List<String> thirty = MessagesOfTheCorpus.ofThirtyWords();
    private final List<String> unseen = MessagesOfTheCorpus.unseenOfThirtyWords();
    private final List<String> all = MessagesOfTheCorpus.all();
    private final String huge = String.join(" ", all).substring(0, HUGE);
    private final String emoji = "😀".repeat(EMOJI);
    private final Agency agency = agency();
    private final Triager triager = new Triager(ModelInForce.bundled());
    private final Triager.Origin origin = new Triager.Origin(
            Channel.WHATSAPP, "kemenhub-wa", Visibility.PRIVATE, Instant.parse("2026-03-02T02:00:00Z"));
    private int next;

    /** A message of 30 words, whole: the target is 50 µs. */
    @Benchmark
    public Triage messageOfThirtyWords() {
        return triager.understand(one(thirty), origin, agency);
    }

    /** The same of messages that the model was not trained on, of which it is unsure more often. */
    @Benchmark
    public Triage unseenMessageOfThirtyWords() {
        return triager.understand(one(unseen), origin, agency);
    }

    /** Any message of the corpus, whole. */
    @Benchmark
    public Triage anyMessage() {
        return triager.understand(one(all), origin, agency);
    }

    /** A message of 30 words, only brought to its plain form and cut into words. */
    @Benchmark
    public NormalText normalising() {
        return Normaliser.normalise(one(thirty));
    }

    /** Personal data in a message of 30 words, with its normalising. */
    @Benchmark
    public int personalData() {
        return PersonalDataFinder.find(Normaliser.normalise(one(thirty))).size();
    }

    /** 100 000 characters. */
    @Benchmark
    public Triage hugeMessage() {
        return triager.understand(huge, origin, agency);
    }

    /** Ten thousand emoji. */
    @Benchmark
    public Triage tenThousandEmoji() {
        return triager.understand(emoji, origin, agency);
    }

    private String one(List<String> texts) {
        next = next + 1 < texts.size() ? next + 1 : 0;
        return texts.get(next);
    }

    private static Agency agency() {
        try {
            return DirectoryLoader.load(Path.of("deploy/local/directory"))
                    .agency("kemenhub-contoh")
                    .orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the demo directory cannot be loaded: run from the root of the checkout", e);
        }
    }
}
