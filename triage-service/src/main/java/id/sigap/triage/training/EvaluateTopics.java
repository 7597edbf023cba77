package id.sigap.triage.training;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.topic.TopicFinder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How well an agency finds its topics in labelled messages, those of other agencies among them. */
final class EvaluateTopics {
    private final Agency agency;
    private final LinearModel model;
    private final TopicFinder finder;

    /** With the words of the directory, the model, or both. */
    EvaluateTopics(Agency agency, LinearModel model, Witness witness) {
        this.agency = agency;
        this.model = model;
        List<Topic> topics = witness == Witness.MODEL
                ? agency.topics().stream()
                        .map(topic -> new Topic(topic.id(), topic.name(), topic.parent(), List.of(), topic.asks()))
                        .toList()
                : agency.topics();
        LinearWeights weights =
                witness == Witness.WORDS ? LinearWeights.of("none", List.of(), Map.of()) : model.topics();
        this.finder = new TopicFinder(topics, weights);
    }

    /** Judges every message of which somebody has said what it is about. */
    Figures on(List<LabelledMessage> messages) {
        Share own = new Share();
        Share tops = new Share();
        Share elsewhere = new Share();
        Share none = new Share();
        Share foreign = new Share();
        for (LabelledMessage message : messages) {
            String truth = ModelTrainer.topic(message);
            if (truth != null) {
                String found = find(message.text());
                boolean away = found.equals(Topic.NONE) || found.equals(TopicFinder.ELSEWHERE);
                if (truth.equals(TopicFinder.ELSEWHERE)) {
                    elsewhere.add(away);
                } else if (truth.equals(Topic.NONE)) {
                    none.add(away);
                } else if (agency.topic(truth).isEmpty()) {
                    foreign.add(away);
                } else {
                    own.add(found.equals(truth));
                    tops.add(top(found).equals(top(truth)));
                }
            }
        }
        return new Figures(own, tops, elsewhere, none, foreign);
    }

    private String find(String words) {
        NormalText text = Normaliser.normalise(words);
        return finder.find(text, model.read(text).topics());
    }

    private String top(String topic) {
        Optional<String> parent = agency.topic(topic).map(Topic::parent);
        return parent.isPresent() ? top(parent.get()) : topic;
    }

    /** Who is heard. */
    enum Witness {
        WORDS,
        MODEL,
        BOTH
    }

    /**
     * What was found.
     *
     * @param own messages about a topic of the agency: exactly this topic
     * @param tops the same: the topic at the top of its tree
     * @param elsewhere matters of other offices: not taken for a topic of the agency
     * @param none small talk and adverts: not taken for a topic of the agency
     * @param foreign messages about a topic of another agency: not taken for one of this
     */
    record Figures(Share own, Share tops, Share elsewhere, Share none, Share foreign) {}

    /** How many, and how many of them right. */
    static final class Share {
        private int count;
        private int right;

        private void add(boolean isRight) {
            count++;
            right += isRight ? 1 : 0;
        }

        int count() {
            return count;
        }

        double share() {
            return count == 0 ? 0 : (double) right / count;
        }
    }
}
