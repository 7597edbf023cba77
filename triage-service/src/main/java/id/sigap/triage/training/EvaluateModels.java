package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.kind.KindDecision;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.urgency.IntensityReader;
import id.sigap.triage.urgency.UrgencyReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Lets a model decide messages whose labels are known. */
final class EvaluateModels {
    /** A message of the corpus has no time; a Wednesday morning is as good as another. */
    private static final Instant SENT = Instant.parse("2026-03-04T03:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final LinearModel model;
    private final KindClassifier kinds;

    EvaluateModels(LinearModel model) {
        this(model, new LinearKinds(model));
    }

    EvaluateModels(LinearModel model, KindClassifier kinds) {
        this.model = model;
        this.kinds = kinds;
    }

    Evaluation kinds(List<LabelledMessage> messages) {
        Evaluation evaluation =
                new Evaluation(Arrays.stream(Kind.values()).map(Kind::wire).toList());
        kinds(messages, evaluation);
        return evaluation;
    }

    /** Judges messages beside others that another model decided. */
    void kinds(List<LabelledMessage> messages, Evaluation evaluation) {
        for (LabelledMessage message : messages) {
            NormalText text = Normaliser.normalise(message.text());
            KindDecision decision = kinds.classify(text, model.read(text));
            evaluation.add(message.kind().wire(), decision.kind().wire(), decision.confidence(), message.text());
        }
    }

    /** As the whole triage judges it: rules and model together, for the kind that it takes the message for. */
    Evaluation urgencies(List<LabelledMessage> messages) {
        List<String> labels = Arrays.stream(Urgency.values()).map(Urgency::wire).toList();
        Evaluation evaluation = new Evaluation(labels);
        for (LabelledMessage message : messages) {
            Urgency truth = message.urgency();
            if (truth != null) {
                NormalText text = Normaliser.normalise(message.text());
                LinearModel.Sums sums = model.read(text);
                double[] learned = model.probabilities(LinearModel.URGENCY, sums);
                Urgency taken = UrgencyReader.of(kinds.classify(text, sums).kind(), text, learned, SENT, ZONE);
                evaluation.add(truth.wire(), taken.wire(), learned[taken.ordinal()], message.text());
            }
        }
        return evaluation;
    }

    /** How the decisions that are sure enough turned out; those within the band are left out. */
    Evaluation sureKinds(List<LabelledMessage> messages, UncertainBand band) {
        Evaluation evaluation =
                new Evaluation(Arrays.stream(Kind.values()).map(Kind::wire).toList());
        for (LabelledMessage message : messages) {
            NormalText text = Normaliser.normalise(message.text());
            KindDecision decision = kinds.classify(text, model.read(text));
            if (!band.holds(decision)) {
                evaluation.add(message.kind().wire(), decision.kind().wire(), decision.confidence(), message.text());
            }
        }
        return evaluation;
    }

    /** As the whole triage judges it: model and writing together, and the label that the number stands for. */
    Evaluation intensities(List<LabelledMessage> messages) {
        Evaluation evaluation = new Evaluation(List.of("0", "1", "2", "3"));
        for (LabelledMessage message : messages) {
            Integer truth = message.intensity();
            if (truth != null) {
                NormalText text = Normaliser.normalise(message.text());
                double[] learned = model.probabilities(LinearModel.INTENSITY, model.read(text));
                int taken = IntensityReader.label(IntensityReader.of(text, learned));
                evaluation.add(truth.toString(), Integer.toString(taken), learned[taken], message.text());
            }
        }
        return evaluation;
    }

    Evaluation topics(List<LabelledMessage> messages) {
        LinearWeights.Head head = model.topics().head(LinearModel.TOPIC);
        Evaluation evaluation = new Evaluation(head.labels());
        for (LabelledMessage message : messages) {
            String topic = message.topic();
            if (topic != null && head.labels().contains(topic)) {
                double[] sums =
                        head.of(model.read(Normaliser.normalise(message.text())).topics());
                double[] probabilities = LinearWeights.softmax(sums);
                int best = LinearWeights.best(probabilities);
                evaluation.add(topic, head.labels().get(best), probabilities[best], message.text());
            }
        }
        return evaluation;
    }
}
