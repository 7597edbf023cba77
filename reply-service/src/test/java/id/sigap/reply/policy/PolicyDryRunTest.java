package id.sigap.reply.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.ReplyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDryRunTest {
    @Test
    void countsWhereThePoliciesPart() {
        // Given
        Agency now = agency(new ReplyPolicy(Condition.always(), Release.ONE_APPROVAL, null));
        Agency proposed = agency(
                new ReplyPolicy(flagged(), Release.TWO_APPROVALS, null),
                new ReplyPolicy(Condition.always(), Release.ONE_APPROVAL, null));
        PolicyDryRun run = new PolicyDryRun(now, proposed);

        // When
        for (int i = 0; i < 8; i++) {
            run.take("DNS-" + i, facts(i < 7 ? List.of(Flag.WHISTLE_BLOWING) : List.of()));
        }

        // Then
        assertEquals(8, run.cases());
        assertEquals(7, run.changed());
        assertEquals(
                List.of(new PolicyDryRun.Change(
                        Release.ONE_APPROVAL,
                        Release.TWO_APPROVALS,
                        7,
                        List.of("DNS-0", "DNS-1", "DNS-2", "DNS-3", "DNS-4"))),
                run.changes());
        assertEquals(
                List.of(8L),
                run.inForce().stream().map(PolicyDryRun.PolicyUse::decided).toList());
        assertEquals(
                List.of(7L, 1L),
                run.proposed().stream().map(PolicyDryRun.PolicyUse::decided).toList());
        assertEquals("flags whistle-blowing", run.proposed().get(0).when());
    }

    @Test
    void aDecisionNamesItsPolicy() {
        ReleaseDecision decision = ReleaseDecision.of(
                agency(
                        new ReplyPolicy(flagged(), Release.TWO_APPROVALS, null),
                        new ReplyPolicy(Condition.always(), Release.UNDO_WINDOW, null)),
                facts(List.of()));
        assertEquals("replies[1]: everything", decision.because());
        assertEquals(15, decision.window().toSeconds());
    }

    private static Condition flagged() {
        return new Condition(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(Flag.WHISTLE_BLOWING));
    }

    private static Agency agency(ReplyPolicy... policies) {
        return Agency.builder("dinas", "Dinas", "Asia/Jakarta", "DNS", "loket")
                .replies(policies)
                .build();
    }

    private static Facts facts(List<Flag> flags) {
        return new Facts(
                Kind.COMPLAINT,
                "lainnya",
                Channel.WEB,
                "akun",
                Urgency.NORMAL,
                Visibility.PRIVATE,
                0.9,
                false,
                "",
                0.2,
                false,
                flags);
    }
}
