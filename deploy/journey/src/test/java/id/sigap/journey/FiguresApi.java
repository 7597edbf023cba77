package id.sigap.journey;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** What the metrics service says of all agencies. */
final class FiguresApi {
    private FiguresApi() {}

    /** Responsiveness of all turns together, narrowed by a filter. */
    static Turns turns(Map<String, String> filter) {
        JsonPath answer = Person.integration()
                .asks()
                .queryParams(filter)
                .get(RunningSigap.get().metrics() + "/api/v1/responsiveness")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Number> parts = answer.getMap("groups[0].figures.decomposition");
        return new Turns(
                answer.getLong("groups[0].figures.n"),
                answer.getLong("groups[0].figures.events"),
                answer.getLong("groups[0].figures.waiting"),
                answer.getLong("groups[0].figures.firstResponseMillis"),
                parts.values().stream().mapToLong(Number::longValue).sum());
    }

    /** Whether a turn of this case is counted as waiting. */
    static boolean waits(String caseId) {
        return Person.integration()
                .asks()
                .queryParams(Map.of("agency", "kemenhub-contoh", "figure", "waiting", "limit", "500"))
                .get(RunningSigap.get().metrics() + "/api/v1/turns")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("turns.caseId")
                .contains(caseId);
    }

    /** The ledger of all agencies and channels together. */
    static Ledger ledger() {
        JsonPath answer = Person.integration()
                .asks()
                .get(RunningSigap.get().metrics() + "/api/v1/ledger")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Ledger(
                answer.getBoolean("balances"),
                answer.getLong("total.received"),
                answer.getLong("total.answered"),
                answer.getLong("total.waiting"),
                answer.getLong("total.difference"));
    }

    /**
     * The figures of turns.
     *
     * @param n eligible
     * @param events answered
     * @param waiting waiting
     * @param firstResponseMillis the sum of first responses
     * @param parts the sum of the decomposition's parts
     */
    record Turns(long n, long events, long waiting, long firstResponseMillis, long parts) {}

    /**
     * Where messages stand.
     *
     * @param balances whether every line balances
     * @param received all that arrived
     * @param answered of these answered
     * @param waiting of these waiting
     * @param difference received less all states
     */
    record Ledger(boolean balances, long received, long answered, long waiting, long difference) {}
}
