package id.sigap.contracts.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the files against each other: ids, references, and that the rules decide in every case. */
final class DirectoryCheck {
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{1,7}");

    private final Mistakes mistakes;
    private final IdCheck ids;

    DirectoryCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.ids = new IdCheck(mistakes);
    }

    void check(List<YamlNode> files) {
        List<YamlNode> agencies = all(files, "agencies");
        List<YamlNode> calendars = all(files, "calendars");
        ids.unique(agencies);
        ids.unique(all(agencies, "accounts"));
        Set<String> calendarIds = ids.unique(calendars).keySet();
        CalendarCheck calendarCheck = new CalendarCheck(mistakes);
        calendars.forEach(calendarCheck::check);
        new ProfileCheck(mistakes).check(all(files, "channels"));
        agencies.forEach(agency -> agency(agency, calendarIds));
        agencies.forEach(agency -> agency.items("legalDeadlines").forEach(one -> legal(one, calendars)));
    }

    private void agency(YamlNode agency, Set<String> calendars) {
        if (agency.shape() != YamlNode.Shape.MAPPING) {
            return;
        }
        ZoneCheck.check(agency.field("zone"), mistakes);
        YamlNode prefix = agency.field("caseNumberPrefix");
        if (prefix != null
                && prefix.shape() == YamlNode.Shape.TEXT
                && !PREFIX.matcher(prefix.scalar()).matches()) {
            mistakes.add(prefix, "must be 2 to 8 capital letters or digits, a letter first, such as KHB");
        }
        Map<String, YamlNode> units = ids.unique(agency.items("units"));
        ids.tree("unit", units);
        units.values().forEach(unit -> ids.reference(unit.field("calendar"), "calendar", calendars));
        ids.reference(agency.field("defaultUnit"), "unit", units.keySet());

        Map<String, YamlNode> topics = ids.unique(agency.items("topics"));
        ids.tree("topic", topics);
        TopicCheck topicCheck = new TopicCheck(mistakes);
        agency.items("topics").forEach(topicCheck::check);

        AccountCheck accountCheck = new AccountCheck(mistakes);
        agency.items("accounts").forEach(accountCheck::check);
        Set<String> accounts =
                new IdCheck(new Mistakes()).unique(agency.items("accounts")).keySet();
        new RuleCheck(mistakes, topics.keySet(), accounts).check(agency, units.keySet());
        new AnswerCheck(mistakes).check(agency, units.keySet());
        new AlertCheck(mistakes, units.keySet(), accounts).check(agency);
    }

    private void legal(YamlNode deadline, List<YamlNode> calendars) {
        YamlNode named = deadline.field("calendar");
        ids.reference(
                named,
                "calendar",
                calendars.stream()
                        .flatMap(one -> Stream.ofNullable(one.text("id")))
                        .collect(Collectors.toSet()));
        String id = deadline.text("calendar");
        boolean always = calendars.stream()
                .anyMatch(one -> Objects.equals(one.text("id"), id)
                        && Optional.ofNullable(one.field("always"))
                                .map(YamlNode::scalar)
                                .filter("true"::equals)
                                .isPresent());
        if (named != null && always) {
            mistakes.add(named, "is always open; a legal deadline counts working days");
        }
    }

    private static List<YamlNode> all(List<YamlNode> parts, String field) {
        List<YamlNode> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.items(field)));
        return all;
    }
}
