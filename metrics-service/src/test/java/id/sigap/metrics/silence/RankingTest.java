package id.sigap.metrics.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.metrics.activity.Activity;
import id.sigap.metrics.figure.Share;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void whereMostWereIgnoredComesFirstAndFewTurnsHaveNoRank() {
        // Given accounts with much and little, ignored and answered
        List<Silence.Account> ranked = Ranking.of(List.of(
                account("tak-pernah", 0, 0, null),
                account("sedikit", 29, 29, 0.0),
                account("rajin", 900, 2, 0.99),
                account("abai", 400, 350, 0.1),
                account("sama-lebih-buruk", 30, 2, 0.5)));

        // Then
        assertEquals(
                List.of("abai", "sama-lebih-buruk", "rajin", "sedikit", "tak-pernah"),
                ranked.stream().map(Silence.Account::account).toList());
        assertEquals(
                Arrays.asList(1, 2, 3, null, null),
                ranked.stream().map(Silence.Account::rank).toList());
    }

    private static Silence.Account account(String id, long turns, long ignored, @Nullable Double coverage) {
        return new Silence.Account(
                null,
                "kemenhub-contoh",
                id,
                "whatsapp",
                true,
                turns == 0 ? Silence.State.NEVER : Silence.State.ANSWERS,
                new Activity.Amounts(turns, 1, 0, 1, 0.5, new Activity.Citizens(turns, 0, coverage, true)),
                turns,
                0,
                new Share(86_400, ignored, turns, turns == 0 ? null : (double) ignored / turns),
                null,
                null,
                null);
    }
}
