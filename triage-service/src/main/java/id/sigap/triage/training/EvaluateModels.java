package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.kind.KindDecision;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Lets a model decide messages whose labels are known. */
final class EvaluateModels {
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
        for (LabelledMessage message : messages) {
            NormalText text = Normaliser.normalise(message.text());
            KindDecision decision = kinds.classify(text, model.read(text));
            evaluation.add(message.kind().wire(), decision.kind().wire(), decision.confidence(), message.text());
        }
        return evaluation;
    }

    Evaluation urgencies(List<LabelledMessage> messages) {
        return nature(
                LinearModel.URGENCY,
                messages.stream().filter(m -> m.urgency() != null).toList(),
                message -> Objects.requireNonNull(message.urgency()).wire());
    }

    Evaluation intensities(List<LabelledMessage> messages) {
        return nature(
                LinearModel.INTENSITY,
                messages.stream().filter(m -> m.intensity() != null).toList(),
                message -> Objects.requireNonNull(message.intensity()).toString());
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

    private Evaluation nature(String name, List<LabelledMessage> messages, Function<LabelledMessage, String> truth) {
        LinearWeights.Head head = model.nature().head(name);
        Evaluation evaluation = new Evaluation(head.labels());
        for (LabelledMessage message : messages) {
            double[] sums =
                    head.of(model.read(Normaliser.normalise(message.text())).nature());
            double[] probabilities = LinearWeights.softmax(sums);
            int best = LinearWeights.best(probabilities);
            evaluation.add(truth.apply(message), head.labels().get(best), probabilities[best], message.text());
        }
        return evaluation;
    }
}
