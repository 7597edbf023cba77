package id.sigap.triage;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.slot.SlotFinder;
import id.sigap.triage.slot.Slots;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.topic.TopicIndex;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the directory says of one agency's topics, prepared for looking up.
 *
 * @param agency the agency as the directory had it
 * @param topics by their words
 * @param slots by topic
 */
record AgencyWords(Agency agency, TopicIndex topics, Map<String, SlotFinder> slots) {
    static AgencyWords of(Agency agency) {
        Map<String, SlotFinder> slots = agency.topics().stream()
                .filter(topic -> !topic.asks().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Topic::id, SlotFinder::new));
        return new AgencyWords(agency, new TopicIndex(agency.topics()), slots);
    }

    Slots slots(String topic, NormalText text) {
        SlotFinder finder = slots.get(topic);
        return finder == null ? Slots.NONE : finder.find(text);
    }
}
