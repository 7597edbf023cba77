package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingProposalTest {
    private final Agency agency = demo();

    @Test
    void readsWhatWouldStandInTheDirectory() throws Exception {
        // Given the same rules in YAML and in JSON
        String yaml = """
                defaultUnit: penghubung
                routing:
                  - when: {topics: [kereta], words: [Tanah Abang]}
                    unit: layanan-kereta
                  - when: {}
                    unit: layanan-udara
                """;
        String json = """
                {"defaultUnit": "penghubung", "routing": [
                  {"when": {"topics": ["kereta"], "words": ["Tanah Abang"]}, "unit": "layanan-kereta"},
                  {"when": {}, "unit": "layanan-udara"}]}""";

        // When
        RoutingProposal proposal = RoutingProposal.read(yaml, agency);

        // Then both say the same, and the agency keeps everything else
        assertEquals(proposal, RoutingProposal.read(json, agency));
        assertEquals(
                "topics kereta; words tanah abang",
                proposal.routing().get(0).when().summary());
        Agency changed = proposal.in(agency);
        assertEquals("penghubung", changed.defaultUnit());
        assertEquals(proposal.routing(), changed.routing());
        assertEquals(agency, changed.withRouting(agency.defaultUnit(), agency.routing()));
    }

    @Test
    void theDefaultUnitStaysWhenNothingIsSaidOfIt() throws Exception {
        Agency changed = RoutingProposal.read("routing: []", agency).in(agency);
        assertEquals(agency.defaultUnit(), changed.defaultUnit());
        assertEquals(List.of(), changed.routing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | routing",
                "defaultUnit: parkir | routing",
                "nothing | routing",
                "[1] | routing",
                "routing: {} | routing",
                "routing: [{when: {topics: [kreta]}, unit: parkir}] | routing[0].when.topics[0]",
                "routing: [{when: {}, unit: parkr}] | routing[0].unit",
                "routing: [{when: {}, units: parkir}] | routing[0].units",
                "routing: [{when: {accounts: [kemenkes-wa]}, unit: parkir}] | routing[0].when.accounts[0]",
                "routing: [{when: {minConfidence: 2}, unit: parkir}] | routing[0].when.minConfidence",
                "routing: [{when: {}, unit: parkir}, {when: {}, unit: parkir}] | routing[1]",
                "{routing: [], defaultUnit: tidak-ada} | defaultUnit",
                "{routing: [], agencies: []} | agencies",
                "'routing: [' | ''",
            })
    void namesWhatIsWrong(String document, String field) {
        DirectoryException wrong = assertThrows(DirectoryException.class, () -> RoutingProposal.read(document, agency));
        assertTrue(
                wrong.mistakes().stream().anyMatch(mistake -> mistake.field().equals(field == null ? "" : field)),
                wrong::getMessage);
    }

    private static Agency demo() {
        try {
            return DirectoryLoader.load(Path.of("../deploy/local/directory"))
                    .agency("kemenhub-contoh")
                    .orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException("the demo directory can be loaded", e);
        }
    }
}
