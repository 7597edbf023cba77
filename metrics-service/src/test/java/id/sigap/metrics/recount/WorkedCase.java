package id.sigap.metrics.recount;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.Citizen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A worked case, as its file tells it: what happened, and what must be shown of it. The first table is what happened, each
 * further one what is shown; a column {@code told} puts a row behind all others ({@code late}) or tells it {@code twice}.
 *
 * @param name the file's
 * @param events in the order of telling
 * @param tables what is shown, by the first column's name: rows of cells by the column's name
 * @param asOf the moment of the figures
 */
public record WorkedCase(
        String name, List<SigapEvent> events, Map<String, List<Map<String, String>>> tables, Instant asOf) {
    private static final Map<String, ZoneId> ZONES = Map.of(
            "WIB", ZoneId.of("Asia/Jakarta"),
            "WITA", ZoneId.of("Asia/Makassar"),
            "WIT", ZoneId.of("Asia/Jayapura"));
    private static final Reading UNSURE =
            new Reading(true, WrittenLanguage.UNDETERMINED, List.of(), List.of(), List.of(), null);

    /** Reads a file. */
    public static WorkedCase read(Path file) throws IOException {
        return read(file, new Stage(null, Duration.ZERO, Map.of()));
    }

    /**
     * Where and when a case is told.
     *
     * @param account of all that happens in it; null for the demo agency's of the channel
     * @param later so much later than the file says
     * @param units other names of units
     */
    public record Stage(@Nullable String account, Duration later, Map<String, String> units) {
        Instant moment(String text) {
            return WorkedCase.moment(text).plus(later);
        }
    }

    /** Reads a file for a stage. */
    public static WorkedCase read(Path file, Stage stage) throws IOException {
        List<List<Map<String, String>>> tables = new ArrayList<>();
        List<String> columns = List.of();
        Instant asOf = Instant.MIN;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("As of ")) {
                asOf = moment(line.substring("As of ".length()));
            }
            if (!line.startsWith("|")) {
                columns = List.of();
            } else if (columns.isEmpty()) {
                columns = cells(line);
                tables.add(new ArrayList<>());
            } else if (!line.startsWith("|-")) {
                Map<String, String> row = new LinkedHashMap<>();
                List<String> cells = cells(line);
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), cells.get(i));
                }
                tables.get(tables.size() - 1).add(row);
            }
        }
        Map<String, List<Map<String, String>>> shown = new LinkedHashMap<>();
        for (List<Map<String, String>> table : tables.subList(1, tables.size())) {
            shown.put(table.get(0).keySet().iterator().next(), table);
        }
        String name = String.valueOf(file.getFileName());
        try {
            return new WorkedCase(name, new Story(stage).tell(tables.get(0)), shown, asOf);
        } catch (RuntimeException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** {@code 2026-11-20 16:30[:05[.250]] [WIT]}; WIB without a zone. */
    public static Instant moment(String text) {
        String[] parts = text.strip().split(" ", -1);
        ZoneId zone = Objects.requireNonNull(ZONES.get(parts.length < 3 ? "WIB" : parts[2]));
        return LocalDateTime.parse(parts[0] + "T" + parts[1]).atZone(zone).toInstant();
    }

    /** Makes events of rows. */
    private static final class Story {
        private final Stage stage;
        private final Map<String, Citizen> citizens = new HashMap<>();
        private final Map<String, MessageReceived> messages = new HashMap<>();
        private final Map<String, MessageTriaged> triaged = new HashMap<>();

        Story(Stage stage) {
            this.stage = stage;
        }

        List<SigapEvent> tell(List<Map<String, String>> rows) {
            List<SigapEvent> events = new ArrayList<>();
            List<SigapEvent> late = new ArrayList<>();
            for (Map<String, String> row : rows) {
                List<SigapEvent> happened = happened(row);
                switch (row.getOrDefault("told", "")) {
                    case "late" -> late.addAll(happened);
                    case "twice" -> {
                        events.addAll(happened);
                        late.addAll(happened);
                    }
                    default -> events.addAll(happened);
                }
            }
            events.addAll(late);
            return events;
        }

        private List<SigapEvent> happened(Map<String, String> row) {
            Instant at = stage.moment(Objects.requireNonNull(row.get("when")));
            String who = Objects.requireNonNull(row.get("who"));
            Citizen citizen = citizens.computeIfAbsent(who, this::citizen);
            List<String> words = List.of(Objects.requireNonNull(row.get("what")).split(" +", -1));
            Map<String, String> given = new HashMap<>();
            words.stream()
                    .filter(word -> word.contains("="))
                    .forEach(word ->
                            given.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
            String first = words.size() > 1 ? words.get(1) : "";
            return happened(who, citizen, at, words.get(0), first, words, given);
        }

        private String unit(String name) {
            return stage.units.getOrDefault(name, name);
        }

        /** {@code ani} writes by WhatsApp, {@code ani/web} by the web form. */
        private Citizen citizen(String who) {
            int slash = who.indexOf('/');
            String channel = slash < 0 ? "whatsapp" : who.substring(slash + 1);
            String own = slash < 0 ? "kemenhub-wa" : "kemenhub-" + channel;
            return new Citizen(
                    "kemenhub-contoh",
                    stage.account == null ? own : stage.account,
                    Channel.of(channel),
                    slash < 0 ? who : who.substring(0, slash));
        }

        private List<SigapEvent> happened(
                String who,
                Citizen citizen,
                Instant at,
                String verb,
                String first,
                List<String> words,
                Map<String, String> given) {
            String unit = unit(given.getOrDefault("unit", "pusat"));
            String third = words.size() > 2 ? words.get(2) : "";
            return switch (verb) {
                case "wrote" -> wrote(who, citizen, at, first, third, unit, given);
                case "triaged" -> List.of(triaged(who, citizen, first, at, third, unit, given));
                case "opened" -> List.of(citizen.opened(Objects.requireNonNull(triaged.get(who + first), first), at));
                case "answered" ->
                    List.of(citizen.reply(
                            unit,
                            first,
                            Actor.of(third),
                            true,
                            approvals(given),
                            given.containsKey("queued") ? after(at, given.get("queued")) : at,
                            at,
                            words.get(3).split(",", -1)));
                case "acknowledged" ->
                    List.of(citizen.reply(
                            unit, first, Actor.AUTOMATIC, false, List.of(), at, at, third.split(",", -1)));
                case "failed" -> List.of(citizen.failed(first, at));
                case "deleted" -> List.of(citizen.answerWithdrawn(first, at));
                case "withdrew" -> List.of(citizen.withdrew(first, at));
                case "edited" -> List.of(citizen.edited(first, at));
                case "assigned" -> List.of(citizen.assigned(first, at));
                case "posted" -> List.of(citizen.posted(first, at));
                case "rated" -> List.of(citizen.rated(Integer.parseInt(first), at));
                case "routed" ->
                    List.of(citizen.routed(given.containsKey("from") ? unit(given.get("from")) : null, unit, at));
                case "reopened" -> List.of(citizen.reopened(first.isEmpty() ? null : first, at));
                case "closed" ->
                    List.of(citizen.closed(
                            unit, Disposition.of(first), at, third.isEmpty() ? new String[0] : third.split(",", -1)));
                case "corrected" ->
                    List.of(citizen.reclassified(
                            first, Kind.OTHER, Kind.of(third), given.getOrDefault("topic", "kereta"), at));
                default -> throw new IllegalArgumentException("nobody knows what \"" + verb + "\" is");
            };
        }

        private List<SigapEvent> wrote(
                String who,
                Citizen citizen,
                Instant at,
                String name,
                String kind,
                String unit,
                Map<String, String> given) {
            MessageReceived message = citizen.wrote(name, at);
            messages.put(who + name, message);
            if (kind.equals("untriaged")) {
                return List.of(message);
            }
            return List.of(message, triaged(who, citizen, name, at.plusMillis(600), kind, unit, given));
        }

        private MessageTriaged triaged(
                String who,
                Citizen citizen,
                String name,
                Instant at,
                String kind,
                String unit,
                Map<String, String> given) {
            MessageReceived message = Objects.requireNonNull(messages.get(who + name), name);
            boolean unsure = kind.endsWith("?");
            MessageTriaged event = citizen.understood(
                    message,
                    Kind.of(unsure ? kind.substring(0, kind.length() - 1) : kind),
                    unsure ? UNSURE : Reading.UNREAD,
                    given.getOrDefault("topic", "kereta"),
                    unit,
                    at,
                    message.sentAt().plus(Duration.parse(given.getOrDefault("within", "PT10M"))));
            triaged.put(who + name, event);
            return event;
        }

        /** {@code approved=08:00-08:20,08:20-09:00}, on the day of {@code on}. */
        private List<Approval> approvals(Map<String, String> given) {
            List<Approval> approvals = new ArrayList<>();
            String text = given.get("approved");
            if (text != null) {
                for (String one : text.split(",", -1)) {
                    String[] ends = one.split("~", -1);
                    approvals.add(new Approval(
                            approvals.size() + 1,
                            stage.moment(ends[0].replace('_', ' ')),
                            stage.moment(ends[1].replace('_', ' ')),
                            "budi"));
                }
            }
            return approvals;
        }

        private static Instant after(Instant at, String by) {
            return at.plus(Duration.parse(by));
        }
    }
}
