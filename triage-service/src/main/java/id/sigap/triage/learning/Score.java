package id.sigap.triage.learning;

import id.sigap.contracts.Kind;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.training.Evaluation;
import id.sigap.triage.training.LabelledMessage;
import java.util.Arrays;
import java.util.List;

/**
 * How well a model does on messages.
 *
 * @param messages how many
 * @param kindsRight of how many it finds the kind
 * @param topicsRight of how many it finds the topic, of those that have one
 * @param macroF1 the mean F1 of the kinds that occur, 0 to 1
 * @param complaintRecall the share of the complaints that it finds, 0 to 1; 1 when there is none
 */
public record Score(int messages, int kindsRight, int topicsRight, double macroF1, double complaintRecall) {
    private static final double STEPS = 10_000;

    /** Lets a model read messages whose labels are known. */
    static Score of(LinearModel model, List<LabelledMessage> messages) {
        LinearKinds kinds = new LinearKinds(model);
        LinearWeights.Head topics = model.topics().head(LinearModel.TOPIC);
        Evaluation evaluation =
                new Evaluation(Arrays.stream(Kind.values()).map(Kind::wire).toList());
        int kindsRight = 0;
        int topicsRight = 0;
        for (LabelledMessage message : messages) {
            NormalText text = Normaliser.normalise(message.text());
            LinearModel.Sums sums = model.read(text);
            Kind found = kinds.classify(text, sums).kind();
            evaluation.add(message.kind().wire(), found.wire(), 1, "");
            kindsRight += found == message.kind() ? 1 : 0;
            String topic = topics.labels().get(LinearWeights.best(topics.of(sums.topics())));
            topicsRight += topic.equals(message.topic()) ? 1 : 0;
        }
        boolean complaints = evaluation.support(Kind.COMPLAINT.wire()) > 0;
        return new Score(
                messages.size(),
                kindsRight,
                topicsRight,
                rounded(evaluation.macroF1()),
                complaints ? rounded(evaluation.recall(Kind.COMPLAINT.wire())) : 1);
    }

    /** Whether it finds more than another on the same messages, and no fewer kinds. */
    boolean isBetterThan(Score other) {
        return kindsRight + topicsRight > other.kindsRight + other.topicsRight && kindsRight >= other.kindsRight;
    }

    /** Whether it is no worse than another on the same messages, or by no more than a tolerance. */
    boolean holdsAgainst(Score other, double tolerance) {
        return macroF1 >= other.macroF1 - tolerance && complaintRecall >= other.complaintRecall - tolerance;
    }

    private static double rounded(double share) {
        return Math.round(share * STEPS) / STEPS;
    }
}
