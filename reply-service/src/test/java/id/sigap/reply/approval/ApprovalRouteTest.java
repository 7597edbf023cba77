package id.sigap.reply.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ApprovalLevel;
import id.sigap.contracts.directory.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalRouteTest {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final Set<String> SUPERVISOR = Set.of("supervisor");

    @Test
    void goesToDeputiesThenToTheNextLevelThenUpTheUnits() {
        // Given
        Agency agency = agency(
                level(1, List.of("budi"), List.of(), List.of("tono"), Duration.ofMinutes(5)),
                level(2, List.of("ibu-kepala"), List.of("direktur"), List.of(), null));

        // When
        ApprovalRoute route = ApprovalRoute.of(agency, "izin", 1);

        // Then
        assertEquals(
                List.of(
                        "approvers: budi",
                        "deputies: tono",
                        "next-level: ibu-kepala, role direktur",
                        "supervisors of loket: sri",
                        "supervisors of pusat: wati"),
                route.steps().stream().map(ApprovalRoute.Step::summary).toList());
        assertEquals(NOON.plusSeconds(300), route.due(0, NOON));
        assertEquals(NOON.plusSeconds(300), route.due(3, NOON));
        assertNull(route.due(4, NOON), "nobody is left");
        assertEquals(NOON.plusSeconds(60), route.targetAt(NOON));
    }

    @Test
    void whoWasAskedBeforeMayStillDecide() {
        ApprovalRoute route = ApprovalRoute.of(
                agency(level(1, List.of("budi"), List.of(), List.of("tono"), Duration.ofMinutes(5))), "izin", 1);

        assertTrue(route.admits("budi", Set.of(), 0));
        assertFalse(route.admits("tono", SUPERVISOR, 0));
        assertTrue(route.admits("tono", Set.of(), 1));
        assertTrue(route.admits("budi", Set.of(), 1));
        assertFalse(route.admits("wati", SUPERVISOR, 2));
        assertTrue(route.admits("wati", SUPERVISOR, 99));
    }

    @Test
    void withoutATimeOutItStaysWithTheApprovers() {
        ApprovalRoute route =
                ApprovalRoute.of(agency(level(1, List.of(), List.of("penyelia"), List.of(), null)), "izin", 1);

        assertEquals(1, route.steps().size());
        assertNull(route.due(0, NOON));
        assertTrue(route.admits("siapa-saja", Set.of("penyelia"), 0));
        assertFalse(route.admits("siapa-saja", SUPERVISOR, 5));
    }

    @Test
    void whereTheDirectorySaysNothingAnySupervisorMay() {
        ApprovalRoute route = ApprovalRoute.of(agency(), "izin", 2);

        assertTrue(route.admits("siapa-saja", SUPERVISOR, 0));
        assertFalse(route.admits("siapa-saja", Set.of("agent"), 0));
        assertNull(route.due(0, NOON));
        assertNull(route.targetAt(NOON));
        assertEquals(ApprovalLevel.Edited.ANOTHER_APPROVER, route.edited());
    }

    private static ApprovalLevel level(
            int level, List<String> people, List<String> roles, List<String> deputies, @Nullable Duration timeout) {
        return new ApprovalLevel(level, List.of(), people, roles, deputies, Duration.ofMinutes(1), timeout, null);
    }

    private static Agency agency(ApprovalLevel... levels) {
        return Agency.builder("dinas", "Dinas", "Asia/Jakarta", "DNS", "loket")
                .units(
                        new Unit("pusat", "Pusat", null, "k", List.of("wati")),
                        new Unit("loket", "Loket", "pusat", "k", List.of("sri")),
                        new Unit("izin", "Izin", "loket", "k"))
                .approvals(levels)
                .build();
    }
}
