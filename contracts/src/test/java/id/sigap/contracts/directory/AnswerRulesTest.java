package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agency says of its answers: how risky ones are released, how they are checked, who approves them. */
class AnswerRulesTest {
    private static final String RIGHT = """
            agencies:
              - id: dinas
                name: Dinas Contoh
                zone: Asia/Jakarta
                caseNumberPrefix: DNS
                defaultUnit: loket
                units:
                  - {id: pusat, name: Pusat, calendar: selalu, supervisors: [ibu-pusat]}
                  - {id: loket, name: Loket, parent: pusat, calendar: selalu}
                  - {id: izin, name: Izin, parent: loket, calendar: selalu}
                targets:
                  - {when: {}, respondWithin: PT10M}
                replies:
                  - {when: {flags: [whistle-blowing]}, then: two-approvals}
                  - {when: {minIntensity: 0.8, uncertain: true}, then: one-approval}
                  - {when: {}, then: send-now}
                links: [dinas.go.id]
                contacts: ["0811-1500-151", halo@dinas.go.id]
                checks: {plain-language: blocking, politeness: advisory}
                approvals:
                  - {level: 1, units: [izin], approvers: [budi], deputies: [wati], target: PT2M, timeout: PT5M, edited: author-confirms}
                  - {level: 1, roles: [supervisor]}
            calendars:
              - {id: selalu, zone: Asia/Jakarta, always: true}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    @Test
    void isRead() throws Exception {
        // When
        Agency agency = load(RIGHT).agencies().get(0);

        // Then
        assertEquals(List.of("dinas.go.id"), agency.links());
        assertEquals(List.of("0811-1500-151", "halo@dinas.go.id"), agency.contacts());
        assertEquals(ReplyCheck.Severity.BLOCKING, agency.severity(ReplyCheck.PLAIN_LANGUAGE));
        assertEquals(ReplyCheck.Severity.ADVISORY, agency.severity(ReplyCheck.POLITENESS));
        assertEquals(ReplyCheck.Severity.BLOCKING, agency.severity(ReplyCheck.LINKS));
        ApprovalLevel izin = agency.approval(1, "izin").orElseThrow();
        assertEquals(
                new ApprovalLevel(
                        1,
                        List.of("izin"),
                        List.of("budi"),
                        List.of(),
                        List.of("wati"),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        ApprovalLevel.Edited.AUTHOR_CONFIRMS),
                izin);
        assertEquals(
                List.of("supervisor"), agency.approval(1, "loket").orElseThrow().roles());
        assertTrue(agency.approval(2, "izin").isEmpty());
        assertEquals(List.of("izin", "loket", "pusat"), agency.unitsUpwards("izin"));
        assertEquals(List.of("ibu-pusat"), agency.unit("pusat").orElseThrow().supervisors());
    }

    @Test
    void riskDecidesHowAnAnswerIsReleased() throws Exception {
        Agency agency = load(RIGHT).agencies().get(0);

        assertEquals(0, agency.releaseRule(facts(0.1, false, List.of(Flag.ASPIRATION, Flag.WHISTLE_BLOWING))));
        assertEquals(1, agency.releaseRule(facts(0.8, true, List.of())));
        assertEquals(2, agency.releaseRule(facts(0.79, true, List.of())));
        assertEquals(2, agency.releaseRule(facts(0.8, false, List.of())));
        assertEquals("flags whistle-blowing", agency.replies().get(0).when().summary());
        assertEquals(
                "minIntensity 0.8; uncertain true",
                agency.replies().get(1).when().summary());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "links: [dinas.go.id] | links: [https://dinas.go.id] | agencies[0].links[0]: must be a host such as dephub.go.id, in lower case, without https:// and without a path",
                "links: [dinas.go.id] | links: [dınas.go.id] | agencies[0].links[0]: must be a host such as dephub.go.id, in lower case, without https:// and without a path",
                "halo@dinas.go.id | halo | agencies[0].contacts[1]: must be a phone number or an e-mail address that the agency publishes",
                "{plain-language: | {plain-langage: | agencies[0].checks.plain-langage: is not a check; did you mean plain-language?",
                "politeness: advisory | politeness: off | agencies[0].checks.politeness: must be one of advisory, blocking",
                "level: 1, units | level: 3, units | agencies[0].approvals[0].level: must be 1 or 2",
                "units: [izin] | units: [izn] | agencies[0].approvals[0].units[0]: there is no unit izn; did you mean izin?",
                "approvers: [budi] | approvers: [] | agencies[0].approvals[0]: names nobody who approves; give approvers, roles or both",
                "timeout: PT5M, | '' | agencies[0].approvals[0].timeout: is missing; without it the deputies are never asked",
                "edited: author-confirms | edited: nobody | agencies[0].approvals[0].edited: must be one of another-approver, author-confirms",
                "roles: [supervisor] | roles: [Kepala Dinas] | agencies[0].approvals[1].roles[0]: must be a role of the realm, such as supervisor",
                "units: [izin], approvers | approvers | agencies[0].approvals[1]: never decides: the one in line 21 is for all units before it",
                "[whistle-blowing] | [whistle] | agencies[0].replies[0].when.flags[0]: must be one of aspiration, whistle-blowing, gratitude-only",
                "[whistle-blowing] | [] | agencies[0].replies[0].when.flags: is empty; leave it out to fit everything",
                "minIntensity: 0.8 | minIntensity: 8 | agencies[0].replies[1].when.minIntensity: must be between 0 and 1",
                "supervisors: [ibu-pusat] | supervisors: ibu | agencies[0].units[0].supervisors: must be a list, not the text \"ibu\"",
            })
    void namesWhatIsWrong(String right, String wrong, String mistake) throws Exception {
        // Given
        assertTrue(RIGHT.contains(right));
        String written = RIGHT.replace(right, wrong == null ? "" : wrong);

        // Then
        DirectoryException refused = assertThrows(DirectoryException.class, () -> load(written));
        assertEquals(
                mistake,
                refused.mistakes().stream()
                        .map(found -> found.field() + ": " + found.sentence())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void whatIsRiskyDoesNotDecideWhoAnswersOrHowSoon() {
        String routed = RIGHT.replace(
                "    targets:\n", "    routing:\n      - {when: {uncertain: true}, unit: izin}\n    targets:\n");
        String aimed = RIGHT.replace(
                "      - {when: {}, respondWithin: PT10M}\n",
                "      - {when: {minIntensity: 0.5}, respondWithin: PT1M}\n      - {when: {}, respondWithin: PT10M}\n");

        assertTrue(String.valueOf(assertThrows(DirectoryException.class, () -> load(routed))
                        .getMessage())
                .contains("does not count in routing; only in replies"));
        assertTrue(String.valueOf(assertThrows(DirectoryException.class, () -> load(aimed))
                        .getMessage())
                .contains("does not count in a target"));
    }

    @Test
    void proposedPoliciesAreReadAsStrictly() throws Exception {
        Agency agency = load(RIGHT).agencies().get(0);

        PolicyProposal proposal = PolicyProposal.read("replies: [{when: {}, then: one-approval}]", agency);
        assertEquals(Release.ONE_APPROVAL, proposal.in(agency).replies().get(0).then());
        assertEquals(agency.approvals(), proposal.in(agency).approvals());

        for (String wrong : List.of(
                "",
                "replies: []",
                "replies: [{when: {kinds: [praise]}, then: send-now}]",
                "replies: [{when: {topics: [kereta]}, then: send-now}, {when: {}, then: send-now}]",
                "replies: [{when: {}, then: send-now, undoWindow: PT1S}]",
                "{replies: [{when: {}, then: send-now}], links: []}")) {
            assertThrows(DirectoryException.class, () -> PolicyProposal.read(wrong, agency), wrong);
        }
    }

    private Directory load(String content) throws Exception {
        Files.writeString(folder.resolve("d.yaml"), content);
        return DirectoryLoader.load(folder);
    }

    private static Facts facts(double intensity, boolean uncertain, List<Flag> flags) {
        return new Facts(
                Kind.COMPLAINT,
                Topic.NONE,
                Channel.WEB,
                "akun",
                Urgency.NORMAL,
                Visibility.PRIVATE,
                0.9,
                false,
                "",
                intensity,
                uncertain,
                flags);
    }
}
