package id.sigap.reply.evaluation;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.reply.checks.AnsweredTurn;
import id.sigap.reply.checks.CheckResult;
import id.sigap.reply.checks.CheckedAgency;
import id.sigap.reply.checks.CheckedReply;
import id.sigap.reply.checks.ReplyChecks;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.draft.DraftGuard;
import id.sigap.reply.knowledge.DemoArticles;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.reply.templates.Drafter;
import id.sigap.reply.templates.Said;
import id.sigap.runtime.directory.CurrentDirectory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drafts an answer to each judged message with the demo's directory and articles, and says how often that was right:
 * {@code DraftEvaluation [<file of judged messages>] [--show]}. Run it in reply-service; see docs/drafts.md.
 */
public final class DraftEvaluation {
    /** The messages that were written for it. */
    static final Path MESSAGES = Path.of("src", "test", "resources", "evaluation", "messages.ndjson");

    private static final Path DIRECTORY = Path.of("..", "deploy", "local", "directory");
    private static final String CITIZEN = "Sri Wahyuni";
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final Drafter drafter;
    private final CurrentDirectory directory;
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, List<String>> lastSaid = new HashMap<>();

    /** With the demo's directory and articles. */
    DraftEvaluation() throws IOException {
        this.directory = new CurrentDirectory(directory(), new SimpleMeterRegistry());
        List<String> agencies =
                directory.get().agencies().stream().map(Agency::id).toList();
        for (String agency : agencies) {
            DemoArticles.of(agency)
                    .forEach(article -> answers.put(
                            article.id(),
                            article.content().answer()
                                    + Optional.ofNullable(article.content().english())
                                            .map(english -> "\n" + english.answer())
                                            .orElse("")));
        }
        this.drafter = new Drafter(
                directory,
                (agency, kind, topic, tongue) -> null,
                DemoArticles.knowledge(agencies),
                Duration.ofHours(24),
                Duration.ofHours(2));
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path file = arguments.length > 0 && !arguments[0].startsWith("--") ? Path.of(arguments[0]) : MESSAGES;
        Figures figures = new DraftEvaluation().judge(JudgedMessage.read(file));
        if (List.of(arguments).contains("--show")) {
            figures.mistakes().forEach(out::println);
        }
        out.print(figures.report());
        System.exit(figures.isGoodEnough() ? 0 : 1);
    }

    /** Drafts and judges. */
    Figures judge(List<JudgedMessage> messages) {
        Figures figures = new Figures();
        int place = 0;
        for (JudgedMessage message : messages) {
            for (Visibility visibility : Visibility.values()) {
                judge(message, visibility, ++place, figures);
            }
        }
        return figures;
    }

    private void judge(JudgedMessage message, Visibility visibility, int place, Figures figures) {
        Agency agency = directory.get().agency(message.agency()).orElseThrow();
        // In public on X, where space is scarce; in private on WhatsApp.
        Channel channel = visibility == Visibility.PUBLIC ? Channel.X : Channel.WHATSAPP;
        Understanding understanding = Understanding.of(message.triage());
        boolean unsure = message.triage().reading().uncertain();
        String number = String.format(Locale.ROOT, "%s-2026-%06d", agency.caseNumberPrefix(), place);
        Draft draft = drafter.draft(
                new Drafter.Subject(
                        agency,
                        channel,
                        visibility,
                        CITIZEN,
                        understanding,
                        unsure,
                        number,
                        NOW,
                        new UUID(0x5000, place),
                        List.of(new Said(message.text(), message.triage().reading()))),
                NOW);
        ReleaseDecision release =
                ReleaseDecision.of(agency, facts(agency, channel, visibility, understanding, message));
        boolean automatic = release.automatic() && draft.mayGoByItself() && !unsure;
        figures.add(
                message,
                visibility,
                draft,
                findings(message, draft, channel, visibility, number),
                automatic && release.release().approvals() > 0);
    }

    /** The demo's, with one more channel. */
    private static Path directory() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "evaluation");
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.copy(MESSAGES.resolveSibling("channel-x.yaml"), folder.resolve("channel-x.yaml"));
        return folder;
    }

    /** What the desk's checks forbid, with the account's last public answers at hand, and the guard of machines' texts. */
    private List<String> findings(
            JudgedMessage message, Draft draft, Channel channel, Visibility visibility, String number) {
        Agency agency = directory.get().agency(message.agency()).orElseThrow();
        String given = draft.sources().stream()
                .map(source -> answers.getOrDefault(source.article(), ""))
                .collect(Collectors.joining("\n"));
        int limit = drafter.textLimit(channel, visibility, NOW);
        List<String> findings = new ArrayList<>(DraftGuard.findings(
                draft.text(), new DraftGuard.Setting(channel, visibility, limit, number, given, agency.links())));
        List<String> said = lastSaid.computeIfAbsent(agency.id(), id -> new ArrayList<>());
        AnsweredTurn turn = AnsweredTurn.of(
                message.triage().kind(),
                message.triage().topic(),
                message.triage().urgency(),
                List.of(new AnsweredTurn.Said(message.text(), message.triage())),
                ReplyChecker.questions(
                        agency, message.triage().topic(), message.triage().missing()));
        ReplyChecks.of(new CheckedReply(
                        draft.text(),
                        channel,
                        visibility,
                        limit,
                        true,
                        turn,
                        CheckedAgency.of(agency),
                        visibility == Visibility.PUBLIC ? said : List.of()))
                .stream()
                .filter(CheckResult::blocks)
                .forEach(result -> findings.add(result.check().wire()));
        if (visibility == Visibility.PUBLIC) {
            said.add(0, draft.text());
            if (draft.text().contains(CITIZEN)) {
                findings.add("names the citizen in public");
            }
        }
        return findings;
    }

    private static Facts facts(
            Agency agency, Channel channel, Visibility visibility, Understanding understanding, JudgedMessage message) {
        String account = agency.accounts().get(0).id();
        return new Facts(
                understanding.kind(),
                understanding.topic(),
                channel,
                account,
                understanding.urgency(),
                visibility,
                understanding.confidence(),
                understanding.personalData(),
                message.text());
    }

    /** What was right and what was not. Everything is judged twice, in private and in public. */
    static final class Figures {
        private static final double ARTICLE_AIM = 0.85;
        private static final double ASKED_AIM = 0.90;

        private final List<String> mistakes = new ArrayList<>();
        private int drafts;
        private int withArticle;
        private int rightFirst;
        private int withoutArticle;
        private int wronglyAnswered;
        private int detailsWanted;
        private int detailsAsked;
        private int detailsGiven;
        private int askedAgain;
        private int violations;
        private int wronglyAutomatic;

        void add(
                JudgedMessage message,
                Visibility visibility,
                Draft draft,
                List<String> findings,
                boolean automaticAgainstPolicy) {
            drafts++;
            String first =
                    draft.sources().isEmpty() ? "" : draft.sources().get(0).article();
            if (visibility == Visibility.PRIVATE) {
                article(message, first);
            }
            for (String slot : message.asks()) {
                detailsWanted++;
                if (draft.asked().contains(slot)) {
                    detailsAsked++;
                } else {
                    mistakes.add("not asked: " + slot + ": " + message.text() + " (" + draft.outcome() + ")");
                }
            }
            for (String slot : message.gives()) {
                detailsGiven++;
                if (draft.asked().contains(slot)) {
                    askedAgain++;
                    mistakes.add("asked again: " + slot + ": " + message.text());
                }
            }
            violations += findings.size();
            findings.forEach(finding -> mistakes.add("blocked: " + finding + ": " + draft.text()));
            if (automaticAgainstPolicy) {
                wronglyAutomatic++;
                mistakes.add("automatic: " + message.text());
            }
        }

        private void article(JudgedMessage message, String first) {
            if (message.article().isEmpty()) {
                withoutArticle++;
                if (!first.isEmpty()) {
                    wronglyAnswered++;
                    mistakes.add("answered with " + first + ": " + message.text());
                }
                return;
            }
            withArticle++;
            if (first.equals(message.article())) {
                rightFirst++;
            } else {
                mistakes.add("wanted " + message.article() + ", got " + (first.isEmpty() ? "nothing" : first) + ": "
                        + message.text());
            }
        }

        List<String> mistakes() {
            return mistakes;
        }

        double rightFirst() {
            return (double) rightFirst / withArticle;
        }

        double asked() {
            return detailsWanted == 0 ? 1 : (double) detailsAsked / detailsWanted;
        }

        int askedAgain() {
            return askedAgain;
        }

        int violations() {
            return violations;
        }

        int wronglyAutomatic() {
            return wronglyAutomatic;
        }

        boolean isGoodEnough() {
            return rightFirst() >= ARTICLE_AIM
                    && asked() >= ASKED_AIM
                    && askedAgain == 0
                    && violations == 0
                    && wronglyAutomatic == 0;
        }

        String report() {
            return String.format(
                    Locale.ROOT,
                    "| figure | value | aim |%n|---|---|---|%n"
                            + "| drafts | %d | |%n"
                            + "| right article first | %.1f %% (%d of %d) | ≥ 85 %% |%n"
                            + "| answered although no article fits | %d of %d | |%n"
                            + "| missing detail asked | %.1f %% (%d of %d) | ≥ 90 %% |%n"
                            + "| known detail asked again | %d of %d | 0 |%n"
                            + "| blocking rules violated | %d | 0 |%n"
                            + "| automatic although policy needs a person | %d | 0 |%n",
                    drafts,
                    100 * rightFirst(),
                    rightFirst,
                    withArticle,
                    wronglyAnswered,
                    withoutArticle,
                    100 * asked(),
                    detailsAsked,
                    detailsWanted,
                    askedAgain,
                    detailsGiven,
                    violations,
                    wronglyAutomatic);
        }
    }
}
