package id.sigap.reply.notice;

import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.AlertRule.Language;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.ChannelSilent;
import id.sigap.contracts.event.SurgeDetected;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes one letter of many alerts: each turn once, the late ones first, the most urgent first. It says where and how
 * long, never what a citizen wrote and never who they are: it tells from the alerts and the directory alone.
 */
public final class LetterWriter {
    /** Beyond this many of a sort a letter only counts. */
    private static final int MOST_NAMED = 20;

    private final Agency agency;
    private final String desk;
    private final Instant now;
    private final LetterWords words;

    /**
     * For one letter.
     *
     * @param desk where the desk is, without a slash at its end
     */
    public LetterWriter(Agency agency, Language language, String desk, Instant now) {
        this.agency = agency;
        this.desk = desk;
        this.now = now;
        this.words = new LetterWords(language, ZoneId.of(agency.zone()), now);
    }

    /** The letter; of at least one line. */
    public Letter of(List<Line> lines) {
        List<Turn> late = new ArrayList<>();
        List<Turn> soon = new ArrayList<>();
        turns(lines).forEach(turn -> (turn.waiting().dueAt().isAfter(now) ? soon : late).add(turn));
        List<ChannelSilent> silent = new ArrayList<>();
        Map<String, SurgeDetected> surges = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.alert() instanceof ChannelSilent one) {
                silent.add(one);
            } else if (line.alert() instanceof SurgeDetected one) {
                surges.merge(one.incident(), one, (a, b) -> a.size() >= b.size() ? a : b);
            }
        }
        StringBuilder text = new StringBuilder(words.say("Halo rekan-rekan di ", "Dear colleagues at "))
                .append(agency.name())
                .append(",\n");
        section(
                text,
                words.say("Sudah lewat tenggat", "Overdue"),
                late.stream().map(this::late).toList());
        section(
                text,
                words.say("Hampir lewat tenggat", "Due soon"),
                soon.stream().map(this::soon).toList());
        section(
                text,
                words.say("Akun yang tidak biasanya sepi", "Accounts that are unusually quiet"),
                silent.stream().map(this::silent).toList());
        section(
                text,
                words.say("Lonjakan pesan tentang satu peristiwa", "Many messages about one event"),
                surges.values().stream().map(this::surge).toList());
        text.append(words.say(
                "\nPesan ini dikirim otomatis oleh Sigap menurut aturan peringatan instansi Anda. Isi pesan dan"
                        + " identitas warga sengaja tidak disertakan; keduanya hanya ada di meja kerja.\n",
                "\nSigap sent this by itself, by your agency's alert rules. What citizens wrote and who they are is left"
                        + " out on purpose; both are at the desk only.\n"));
        return new Letter(subject(late.size(), soon.size(), silent.size(), surges.size()), text.toString());
    }

    private String subject(int late, int soon, int silent, int surges) {
        List<String> parts = new ArrayList<>();
        if (late > 0) {
            parts.add(words.count(late, "pesan lewat tenggat", "message overdue", "messages overdue"));
        }
        if (soon > 0) {
            parts.add(words.count(soon, "pesan hampir lewat tenggat", "message due soon", "messages due soon"));
        }
        if (silent > 0) {
            parts.add(words.count(silent, "akun sepi", "quiet account", "quiet accounts"));
        }
        if (surges > 0) {
            parts.add(words.count(surges, "lonjakan pesan", "surge", "surges"));
        }
        return oneLine("[Sigap] " + String.join(", ", parts) + " - " + agency.name());
    }

    private void section(StringBuilder text, String title, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append(" (").append(entries.size()).append(")\n");
        entries.stream().limit(MOST_NAMED).forEach(entry -> text.append("- ").append(entry));
        if (entries.size() > MOST_NAMED) {
            text.append(words.say("- dan ", "- and "))
                    .append(entries.size() - MOST_NAMED)
                    .append(words.say(" lagi\n", " more\n"));
        }
    }

    private String late(Turn turn) {
        return turn(
                turn,
                words.say("seharusnya dijawab paling lambat ", "was due by ")
                        + words.time(turn.waiting().dueAt()));
    }

    private String soon(Turn turn) {
        return turn(
                turn,
                words.say("harus dijawab paling lambat ", "is due by ")
                        + words.time(turn.waiting().dueAt()));
    }

    private String turn(Turn turn, String due) {
        Waiting waiting = turn.waiting();
        Line line = turn.line();
        String number = line.number();
        String holder = line.holder();
        UUID caseId = line.caseId() == null ? waiting.caseId() : line.caseId();
        String law = waiting.deadline() == null ? "" : words.say(" menurut undang-undang", " by law");
        return (number == null ? words.say("Kasus baru", "New case") : number)
                + ", " + unit(waiting.unit()) + ", " + account(waiting.account()) + "\n  "
                + words.say("Menunggu ", "Waiting for ") + words.since(waiting.startedAt())
                + "; " + due + law + ". "
                + (holder == null
                        ? words.say("Belum ada yang menangani.", "Nobody has it yet.")
                        : words.say("Ditangani oleh ", "With ") + oneLine(holder) + ".")
                + "\n  " + desk + (caseId == null ? "/?agency=" + agency.id() : "/kasus/" + caseId) + "\n";
    }

    private String silent(ChannelSilent alert) {
        String since = words.time(alert.since());
        return account(alert.account())
                + (alert.inbound()
                        ? words.say(": tidak ada pesan masuk sejak ", ": nothing has come in since ")
                        : words.say(": tidak ada jawaban keluar sejak ", ": nothing has gone out since "))
                + since
                + words.say(". Mohon periksa sambungannya.\n", ". Please look at its connection.\n");
    }

    private String surge(SurgeDetected alert) {
        String topic = agency.topic(alert.topic()).map(Topic::name).orElse(alert.topic());
        return oneLine(topic) + ": "
                + words.count(alert.size(), "pesan sejauh ini", "message so far", "messages so far") + "\n  " + desk
                + "/insiden?agency=" + agency.id() + "\n";
    }

    /** Each promise to a turn once, however many alerts told of it; what is due first, first. */
    private static List<Turn> turns(List<Line> lines) {
        Map<String, Turn> turns = new LinkedHashMap<>();
        for (Line line : lines) {
            AlertEvent alert = line.alert();
            Waiting waiting = Waiting.of(alert);
            if (waiting != null) {
                turns.put(waiting.message() + " " + waiting.deadline(), new Turn(waiting, line));
            }
        }
        return turns.values().stream()
                .sorted((a, b) -> a.waiting().dueAt().compareTo(b.waiting().dueAt()))
                .toList();
    }

    private String unit(String id) {
        return oneLine(agency.unit(id).map(Unit::name).orElse(id));
    }

    private String account(String id) {
        return oneLine(agency.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .map(Account::name)
                .orElse(id));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A turn and the line that it came from. */
    private record Turn(Waiting waiting, Line line) {}
}
