package id.sigap.triage.training;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.triage.linear.LinearModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Trains on a corpus and prints how well that does, as Markdown: {@code TriageReport <corpus folder> [--styles]
 * [--directory=<folder>] [--on=<file of kind, text>]...}. The corpus may be a ministry's own.
 */
public final class TriageReport {
    private static final int WORST = 8;
    private static final int SHOWN = 110;

    private final PrintStream out;

    private TriageReport(PrintStream out) {
        this.out = out;
    }

    /** Prints the report. {@code --styles} also trains once for each style without it, which takes a while. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("wants the corpus folder");
        }
        TriageReport report = new TriageReport(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Corpus corpus = Corpus.read(Path.of(options.get(0)));
        report.corpus(corpus);
        LinearModel model = report.trained(corpus);
        report.kinds("Frozen test split", model, corpus.where(LabelledMessage::isTest));
        report.others(model, corpus.where(LabelledMessage::isTest));
        for (String option : options) {
            if (option.startsWith("--directory=")) {
                report.topics(option.substring("--directory=".length()), model, corpus.where(LabelledMessage::isTest));
            }
            if (option.startsWith("--on=")) {
                Path file = Path.of(option.substring("--on=".length()));
                report.kinds(String.valueOf(file.getFileName()), model, labelled(file));
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

    private void others(LinearModel model, List<LabelledMessage> messages) {
        EvaluateModels evaluate = new EvaluateModels(model);
        Evaluation urgency = evaluate.urgencies(messages);
        say("## Urgency: macro-F1 %.3f%n%n%s%n%s", urgency.macroF1(), urgency.table(), urgency.confusionTable());
        Evaluation intensity = evaluate.intensities(messages);
        say(
                "## Intensity: macro-F1 %.3f%n%n%s%n%s",
                intensity.macroF1(), intensity.table(), intensity.confusionTable());
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

    /** Each style judged by a model that never saw it. */
    private void styles(Corpus corpus) throws IOException {
        say("## Leave one style out%n%n| style | n | macro-F1 | accuracy | complaint recall |%n|---|---|---|---|---|");
        for (String style : new TreeSet<>(
                corpus.messages().stream().map(LabelledMessage::style).toList())) {
            LinearModel model = ModelTrainer.train(corpus.where(m -> !m.style().equals(style)), "without");
            Evaluation kinds =
                    new EvaluateModels(model).kinds(corpus.where(m -> m.style().equals(style)));
            say(
                    "| %s | %d | %.3f | %.3f | %.3f |",
                    style, kinds.total(), kinds.macroF1(), kinds.accuracy(), kinds.recall("complaint"));
        }
    }

    private static List<LabelledMessage> labelled(Path file) throws IOException {
        List<LabelledMessage> messages = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] columns = line.split("\t", -1);
            if (columns.length >= 2 && !line.startsWith("#")) {
                messages.add(new LabelledMessage(
                        id.sigap.contracts.Kind.of(columns[0]), null, null, null, "", columns[1].replace("\\n", "\n")));
            }
        }
        return messages;
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
