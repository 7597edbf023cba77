package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.model.ModelInForce;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Trains on a corpus and prints how well that does, as Markdown: {@code TriageReport <corpus folder> [--styles]
 * [--directory=<folder>] [--on=<file of kind, text>]...}. The corpus may be a ministry's own.
 *
 * <p>{@code TriageReport --own=<a ministry's own file>} compares with the bundled model: the first four fifths of the file
 * are learned from and the last fifth is judged on, by the bundled model as it is, after it learned from the others as it
 * learns from corrections, and by a model of the others alone.
 */
public final class TriageReport {
    private static final int WORST = 8;
    private static final int LATER_PART = 5;
    private static final int SHOWN = 110;

    /** In so many parts the styles are left out. */
    private static final int PARTS = 5;

    private final PrintStream out;

    private TriageReport(PrintStream out) {
        this.out = out;
    }

    /** Prints the report. {@code --styles} also judges each style by a model that never saw it, which takes a while. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        TriageReport report = new TriageReport(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (String option : options) {
            if (option.startsWith("--own=")) {
                report.own(Corpus.read(Path.of(option.substring("--own=".length()))));
                return;
            }
        }
        if (options.isEmpty()) {
            throw new IllegalArgumentException("wants the corpus folder, or --own=<file>");
        }
        Corpus corpus = Corpus.read(Path.of(options.get(0)));
        report.corpus(corpus);
        LinearModel model = report.trained(corpus);
        report.kinds("Frozen test split", model, corpus.where(LabelledMessage::isTest));
        report.certainty(model, corpus.where(LabelledMessage::isTest));
        report.others(model, corpus.where(LabelledMessage::isTest));
        for (String option : options) {
            if (option.startsWith("--directory=")) {
                report.topics(option.substring("--directory=".length()), model, corpus.where(LabelledMessage::isTest));
            }
            if (option.startsWith("--on=")) {
                Path file = Path.of(option.substring("--on=".length()));
                report.kinds(
                        String.valueOf(file.getFileName()),
                        model,
                        Corpus.read(file).messages());
            }
        }
        if (options.contains("--styles")) {
            report.styles(corpus);
        }
    }

    private void corpus(Corpus corpus) {
        say("## Corpus");
        say(
                "%d messages, %d of them the frozen test split, version %s",
                corpus.messages().size(), corpus.where(LabelledMessage::isTest).size(), corpus.hash());
        TreeMap<String, Long> kinds = corpus.messages().stream()
                .collect(Collectors.groupingBy(m -> m.kind().wire(), TreeMap::new, Collectors.counting()));
        say("by kind: %s", kinds);
        Diversity diversity = Diversity.of(corpus.messages());
        say("%s", diversity.table());
    }

    private LinearModel trained(Corpus corpus) throws IOException {
        long start = System.nanoTime();
        LinearModel model = TrainModels.train(corpus);
        say("## Model %s", model.name());
        say("trained in %.1f s, %d features", (System.nanoTime() - start) / 1e9, model.size());
        return model;
    }

    private void kinds(String title, LinearModel model, List<LabelledMessage> messages) {
        Evaluation kinds = new EvaluateModels(model).kinds(messages);
        say("## Kind: %s", title);
        say(
                "n %d, macro-F1 %.3f, accuracy %.3f, complaint recall %.3f, calibration error %.3f%n",
                kinds.total(), kinds.macroF1(), kinds.accuracy(), kinds.recall("complaint"), kinds.calibrationError());
        say("%s", kinds.table());
        say("%s", kinds.confusionTable());
        say("%s", kinds.reliabilityTable());
        say(
                "complaints taken for spam: %s%n",
                kinds.mistakes().stream()
                        .filter(m -> m.truth().equals("complaint") && m.taken().equals("spam"))
                        .map(m -> String.format(Locale.ROOT, "%.2f", m.confidence()))
                        .toList());
        say("worst mistakes:%n");
        kinds.mistakes().stream()
                .limit(WORST)
                .forEach(m ->
                        say("- %s taken for %s (%.2f): %s", m.truth(), m.taken(), m.confidence(), shortened(m.text())));
    }

    /** What each bound of the uncertain band would leave to the machine, and how much of that would be right. */
    private void certainty(LinearModel model, List<LabelledMessage> messages) {
        say("## Uncertain below%n%n| bound | left to the machine | right |%n|---|---|---|");
        for (int percent = 50; percent < 100; percent += 5) {
            Evaluation sure = new EvaluateModels(model).sureKinds(messages, new UncertainBand(percent / 100.0));
            say("| %.2f | %.3f | %.3f |", percent / 100.0, (double) sure.total() / messages.size(), sure.accuracy());
        }
    }

    private void others(LinearModel model, List<LabelledMessage> messages) {
        EvaluateModels evaluate = new EvaluateModels(model);
        Evaluation urgency = evaluate.urgencies(messages);
        say("## Urgency: macro-F1 %.3f%n%n%s%n%s", urgency.macroF1(), urgency.table(), urgency.confusionTable());
        Evaluation intensity = evaluate.intensities(messages);
        say(
                "## Intensity: macro-F1 %.3f%n%n%s%n%s",
                intensity.macroF1(), intensity.table(), intensity.confusionTable());
        if (messages.stream().allMatch(message -> message.topic() == null)) {
            return;
        }
        Evaluation topics = evaluate.topics(messages);
        say("## Topic: accuracy %.3f, macro-F1 %.3f%n%n%s", topics.accuracy(), topics.macroF1(), topics.table());
    }

    /** Topics as agencies find them, with each witness alone and with both. */
    private void topics(String folder, LinearModel model, List<LabelledMessage> messages) throws IOException {
        say("## Topic of an agency%n%n| agency | by | n | topic | its top | elsewhere | none | foreign |%n"
                + "|---|---|---|---|---|---|---|---|");
        try {
            for (Agency agency : DirectoryLoader.load(Path.of(folder)).agencies()) {
                for (EvaluateTopics.Witness witness : EvaluateTopics.Witness.values()) {
                    EvaluateTopics.Figures figures = new EvaluateTopics(agency, model, witness).on(messages);
                    say(
                            "| %s | %s | %d | %.3f | %.3f | %.3f of %d | %.3f of %d | %.3f of %d |",
                            agency.id(),
                            witness,
                            figures.own().count(),
                            figures.own().share(),
                            figures.tops().share(),
                            figures.elsewhere().share(),
                            figures.elsewhere().count(),
                            figures.none().share(),
                            figures.none().count(),
                            figures.foreign().share(),
                            figures.foreign().count());
                }
            }
        } catch (DirectoryException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Each style judged by a model that never saw it. Some styles are left out together: a training for each alone would
     * take a quarter of an hour.
     */
    private void styles(Corpus corpus) throws IOException {
        say("## Leave styles out%n%n| style | n | macro-F1 | accuracy | complaint recall |%n|---|---|---|---|---|");
        List<String> styles = corpus.messages().stream()
                .map(LabelledMessage::style)
                .distinct()
                .sorted()
                .toList();
        TreeMap<String, String> lines = new TreeMap<>();
        Evaluation together =
                new Evaluation(Arrays.stream(Kind.values()).map(Kind::wire).toList());
        for (int part = 0; part < PARTS; part++) {
            Set<String> left = new TreeSet<>();
            for (int i = part; i < styles.size(); i += PARTS) {
                left.add(styles.get(i));
            }
            EvaluateModels evaluate = new EvaluateModels(
                    ModelTrainer.kinds(corpus.where(m -> !m.isTest() && !left.contains(m.style())), "without"));
            evaluate.kinds(corpus.where(m -> left.contains(m.style())), together);
            for (String style : left) {
                Evaluation kinds = evaluate.kinds(corpus.where(m -> m.style().equals(style)));
                lines.put(style, line(style, kinds));
            }
        }
        lines.values().forEach(line -> say("%s", line));
        say("%s", line("all", together));
    }

    private static String line(String style, Evaluation kinds) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f |",
                style,
                kinds.total(),
                kinds.macroF1(),
                kinds.accuracy(),
                kinds.recall("complaint"));
    }

    /** What a model does on somebody's own messages before and after it learned from some of them. */
    private void own(Corpus own) throws IOException {
        List<LabelledMessage> messages = own.messages();
        int from = messages.size() - messages.size() / LATER_PART;
        List<LabelledMessage> earlier = messages.subList(0, from);
        List<LabelledMessage> later = messages.subList(from, messages.size());
        if (later.isEmpty()) {
            throw new IllegalArgumentException("too few messages to judge on: there are " + messages.size());
        }
        say(
                "# Own messages%n%n%d messages: the first %d are learned from, the last %d are judged on%n",
                messages.size(), earlier.size(), later.size());
        LinearModel bundled = ModelInForce.bundled();
        Corpus corpus = new Corpus(BundledCorpus.read(), bundled.name());
        List<LabelledMessage> rehearsed = corpus.where(message -> !message.isTest());
        LinearModel adapted = bundled.plus(
                AgencyTrainer.added(bundled, earlier, rehearsed, AgencyTrainer.Fit.within(Duration.ofHours(1))),
                bundled.name() + "+own");
        everything("as delivered", bundled, later);
        everything("after learning from the earlier ones", adapted, later);
        everything("trained on the earlier ones alone", ModelTrainer.train(earlier, "own"), later);
        kinds("what is forgotten: frozen test split after learning", adapted, corpus.where(LabelledMessage::isTest));
    }

    private void everything(String title, LinearModel model, List<LabelledMessage> messages) {
        kinds(title, model, messages);
        if (messages.stream().anyMatch(message -> message.topic() != null)) {
            Evaluation topics = new EvaluateModels(model).topics(messages);
            say("## Topic: %s: accuracy %.3f, macro-F1 %.3f%n", title, topics.accuracy(), topics.macroF1());
            say("%s", topics.table());
        }
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
