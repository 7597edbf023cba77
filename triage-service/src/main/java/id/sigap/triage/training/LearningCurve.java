package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.triage.linear.LinearModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an agency with a style of its own gains from its corrections, as Markdown: {@code LearningCurve <corpus folder>
 * [<l2>,<topicL2>,<weight>]...}. The agency is simulated: its messages are the styles that differ most from the others, no model
 * was trained on them, and it sorts some of them by a rule of its own. They come in a random order; the first so many are
 * corrected and learned from, the last {@value #LATER} are what it is judged on.
 */
public final class LearningCurve {
    private static final Set<String> STYLES =
            Set.of("jawa", "sunda", "daerah-lain", "campur-inggris", "ulasan-aplikasi", "ulasan-tempat");
    private static final List<Integer> CORRECTIONS = List.of(0, 100, 250, 500, 1000);
    private static final int LATER = 600;
    private static final int ORDERS = 3;
    private static final String ELSEWHERE = "luar";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PrintStream out;
    private final LinearModel base;
    private final List<LabelledMessage> rehearsed;
    private final List<LabelledMessage> frozen;
    private AgencyTrainer.Fit fit = AgencyTrainer.Fit.within(PATIENCE);

    private LearningCurve(PrintStream out, Corpus others) throws IOException {
        this.out = out;
        this.rehearsed = others.where(message -> !message.isTest());
        this.frozen = others.where(LabelledMessage::isTest);
        this.base = ModelTrainer.train(rehearsed, "others");
    }

    /** Prints the curves; for each way of fitting that is given, or for the one that is used. */
    public static void main(String[] arguments) throws IOException {
        Corpus corpus = Corpus.read(Path.of(arguments[0]));
        List<LabelledMessage> own = corpus.where(message -> STYLES.contains(message.style()));
        Corpus others = new Corpus(corpus.where(message -> !STYLES.contains(message.style())), corpus.hash());
        LearningCurve curve = new LearningCurve(new PrintStream(System.out, true, StandardCharsets.UTF_8), others);
        if (arguments.length == 1) {
            curve.both(own);
        }
        for (int i = 1; i < arguments.length; i++) {
            String[] numbers = arguments[i].split(",", -1);
            curve.say("## l2, topicL2, weight: %s%n", arguments[i]);
            curve.fit = new AgencyTrainer.Fit(
                    curve.fit.iterations(),
                    Double.parseDouble(numbers[0]),
                    Double.parseDouble(numbers[1]),
                    Double.parseDouble(numbers[2]),
                    PATIENCE);
            curve.both(own);
        }
    }

    private void both(List<LabelledMessage> own) {
        print("An agency with a style of its own", own);
        print(
                "The same agency, for which a complaint that is another office's to settle is `other`",
                own.stream().map(LearningCurve::byItsOwnRule).toList());
    }

    private static LabelledMessage byItsOwnRule(LabelledMessage message) {
        return message.kind() == Kind.COMPLAINT && ELSEWHERE.equals(message.topic())
                ? new LabelledMessage(
                        Kind.OTHER,
                        message.topic(),
                        message.urgency(),
                        message.intensity(),
                        message.style(),
                        message.text())
                : message;
    }

    private void print(String title, List<LabelledMessage> own) {
        say("### %s%n", title);
        say("%d messages; judged on the last %d; means of %d random orders%n", own.size(), LATER, ORDERS);
        say(
                "| corrections | macro-F1, later messages | ± | accuracy | complaint recall | calibration error | topic accuracy"
                        + " | macro-F1, frozen test | seconds |");
        say("|---|---|---|---|---|---|---|---|---|");
        for (int corrections : CORRECTIONS) {
            List<Point> points = IntStream.range(0, ORDERS)
                    .mapToObj(order -> point(shuffled(own, order), corrections, false))
                    .toList();
            say("%s", row(Integer.toString(corrections), points));
        }
        List<Point> wrongOnly = IntStream.range(0, ORDERS)
                .mapToObj(order -> point(shuffled(own, order), 1000, true))
                .toList();
        say(
                "%s%n",
                row(
                        String.format(
                                Locale.ROOT,
                                "only what was wrong of 1000 (%.0f)",
                                wrongOnly.stream()
                                        .mapToInt(Point::learned)
                                        .average()
                                        .orElse(0)),
                        wrongOnly));
    }

    private Point point(List<LabelledMessage> order, int corrections, boolean wrongOnly) {
        List<LabelledMessage> learned = order.subList(0, corrections);
        if (wrongOnly) {
            EvaluateModels before = new EvaluateModels(base);
            learned = learned.stream()
                    .filter(message -> before.kinds(List.of(message)).accuracy() < 1
                            || (message.topic() != null
                                    && before.topics(List.of(message)).accuracy() < 1))
                    .toList();
        }
        long start = System.nanoTime();
        LinearModel model =
                learned.isEmpty() ? base : base.plus(AgencyTrainer.added(base, learned, rehearsed, fit), "adapted");
        double seconds = (System.nanoTime() - start) / 1e9;
        EvaluateModels evaluate = new EvaluateModels(model);
        List<LabelledMessage> later = order.subList(order.size() - LATER, order.size());
        Evaluation kinds = evaluate.kinds(later);
        return new Point(
                learned.size(),
                kinds.macroF1(),
                kinds.accuracy(),
                kinds.recall(Kind.COMPLAINT.wire()),
                kinds.calibrationError(),
                evaluate.topics(later).accuracy(),
                evaluate.kinds(frozen).macroF1(),
                seconds);
    }

    private static List<LabelledMessage> shuffled(List<LabelledMessage> messages, int order) {
        List<LabelledMessage> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(order));
        return shuffled;
    }

    private static String row(String name, List<Point> points) {
        double mean = points.stream().mapToDouble(Point::macroF1).average().orElse(0);
        double spread = Math.sqrt(points.stream()
                .mapToDouble(point -> (point.macroF1() - mean) * (point.macroF1() - mean))
                .average()
                .orElse(0));
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.1f |",
                name,
                mean,
                spread,
                points.stream().mapToDouble(Point::accuracy).average().orElse(0),
                points.stream().mapToDouble(Point::complaintRecall).average().orElse(0),
                points.stream().mapToDouble(Point::calibrationError).average().orElse(0),
                points.stream().mapToDouble(Point::topicAccuracy).average().orElse(0),
                points.stream().mapToDouble(Point::frozen).average().orElse(0),
                points.stream().mapToDouble(Point::seconds).average().orElse(0));
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    /** How well it does after so many corrections. */
    private record Point(
            int learned,
            double macroF1,
            double accuracy,
            double complaintRecall,
            double calibrationError,
            double topicAccuracy,
            double frozen,
            double seconds) {}
}
