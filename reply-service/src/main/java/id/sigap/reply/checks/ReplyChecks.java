package id.sigap.reply.checks;

import id.sigap.contracts.directory.ReplyCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Has every check look at a reply. */
public final class ReplyChecks {
    /** More than anybody reads; the rest is shown once these are mended. */
    static final int MOST_FINDINGS = 20;

    private static final Map<ReplyCheck, Check> CHECKS = checks();

    private ReplyChecks() {}

    /** What each check says, in the order of {@link ReplyCheck}. */
    public static List<CheckResult> of(CheckedReply reply) {
        Words words = Words.of(reply.body());
        List<CheckResult> results = new ArrayList<>(CHECKS.size());
        CHECKS.forEach((check, rule) -> results.add(result(check, rule.look(words, reply), reply.agency())));
        return results;
    }

    /** Whether any check forbids that the reply goes on like this. */
    public static boolean blocked(List<CheckResult> results) {
        return results.stream().anyMatch(CheckResult::blocks);
    }

    private static CheckResult result(ReplyCheck check, List<Finding> findings, CheckedAgency agency) {
        if (findings.isEmpty()) {
            return new CheckResult.Allowed(check);
        }
        List<Finding> first = findings.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .limit(MOST_FINDINGS)
                .toList();
        return new CheckResult.Found(check, agency.severity(check), first);
    }

    private static Map<ReplyCheck, Check> checks() {
        Map<ReplyCheck, Check> checks = new EnumMap<>(ReplyCheck.class);
        for (ReplyCheck check : ReplyCheck.values()) {
            checks.put(check, rule(check));
        }
        return checks;
    }

    private static Check rule(ReplyCheck check) {
        return switch (check) {
            case QUESTIONS_COVERED -> new QuestionsCovered();
            case TOPIC -> new TopicMatches();
            case POLITENESS -> new Politeness();
            case PLAIN_LANGUAGE -> new PlainLanguage();
            case PERSONAL_DATA -> new NoPersonalData();
            case LINKS -> new AllowedLinks();
            case GAMBLING -> new NoGambling();
            case PROMISE -> new DatedPromises();
            case GRAVITY -> new Gravity();
            case LENGTH -> new FitsChannel();
            case DUPLICATE -> new NoTwin();
            case REPLY_WINDOW -> new WindowOpen();
        };
    }
}
