package id.sigap.triage;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Routing;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.routing.Route;
import id.sigap.triage.slot.SlotFinder;
import id.sigap.triage.slot.Slots;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.topic.TopicFinder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the directory says of one agency's topics and rules, prepared for looking up with one model.
 *
 * @param agency the agency as the directory had it
 * @param model the weights of topics
 * @param topics finds which is spoken of
 * @param slots by topic
 * @param routings where its rules send what they fit
 */
record AgencyWords(
        Agency agency, LinearWeights model, TopicFinder topics, Map<String, SlotFinder> slots, List<Routing> routings) {
    static AgencyWords of(Agency agency, LinearWeights model) {
        Map<String, SlotFinder> slots = agency.topics().stream()
                .filter(topic -> !topic.asks().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Topic::id, SlotFinder::new));
        return new AgencyWords(agency, model, new TopicFinder(agency.topics(), model), slots, Route.routings(agency));
    }

    Slots slots(String topic, NormalText text) {
        SlotFinder finder = slots.get(topic);
        return finder == null ? Slots.NONE : finder.find(text);
    }
}
