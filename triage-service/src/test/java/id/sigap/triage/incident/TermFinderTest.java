package id.sigap.triage.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.text.Normaliser;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermFinderTest {
    private final TermFinder finder = new TermFinder(OrdinaryWords.NONE);

    @Test
    void topicsComeFirstAndTheTopOneBeforeItsOwn() {
        Terms terms = finder.of(Normaliser.normalise("mogok"), "kereta-terlambat", DemoDirectory.kemenhub(), List.of());
        assertEquals(2, terms.topics());
        assertEquals(TermFinder.topic("kereta"), terms.get(0));
        assertEquals(TermFinder.topic("kereta-terlambat"), terms.get(1));
        assertEquals(0, of("mogok").topics());
    }

    @Test
    void spellingAndCliticsDoNotMatter() {
        assertTrue(of("keretanya mogok").has(TermFinder.hash("", "kereta")));
        assertTrue(of("KERETA mogok").has(TermFinder.hash("kereta ", "mogok")));
    }

    @Test
    void numbersAddressesAndPersonalDataAreLeftOut() {
        // Given a text with a number, an address, a handle and a name that was found to be personal
        String text = "081234567890 a@b.id @budi https://contoh.id/x siti mogok";
        int name = text.indexOf("siti");

        // When
        Terms terms = finder.of(
                Normaliser.normalise(text),
                Topic.NONE,
                DemoDirectory.kemenhub(),
                List.of(new PersonalData("name", name, name + 4)));

        // Then only the last word is left
        assertEquals(1, terms.size());
        assertTrue(terms.has(TermFinder.hash("", "mogok")));
    }

    @Test
    void whatIsInManyMessagesSaysNothing() {
        OrdinaryWords words = OrdinaryWords.count(Collections.nCopies(50, new int[] {TermFinder.hash("", "yang")}));
        Terms terms = new TermFinder(words)
                .of(Normaliser.normalise("yang mogok"), Topic.NONE, DemoDirectory.kemenhub(), List.of());
        assertFalse(terms.has(TermFinder.hash("", "yang")));
        assertTrue(terms.has(TermFinder.hash("", "mogok")));
    }

    @Test
    void aLongTextHasABoundedNumberOfTerms() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append("kata ");
        }
        assertTrue(of(text.toString()).size() <= Terms.MOST);
    }

    @Test
    void whatIsToldIsReadTheSame() {
        Terms terms = of("kereta mogok di citayam");
        Terms read = PackedTerms.terms(PackedTerms.of(terms), terms.topics());
        assertEquals(terms.size(), read.size());
        for (int i = 0; i < terms.size(); i++) {
            assertEquals(terms.get(i), read.get(i));
        }
    }

    private Terms of(String text) {
        return finder.of(Normaliser.normalise(text), Topic.NONE, DemoDirectory.kemenhub(), List.of());
    }
}
