package id.sigap.ingest.form;

import static id.sigap.ingest.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.Fixtures;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final String FORM = UUID.randomUUID().toString();

    @Test
    void theSameFormTwiceIsOneMessage() throws Exception {
        assertEquals(message("Halo").messageId(), message("Halo\r\n").messageId());
    }

    @Test
    void otherWordsInTheSameFormAreASecondMessageOfTheConversation() throws Exception {
        assertNotEquals(message("Halo").messageId(), message("Halo lagi").messageId());
        assertEquals(message("Halo").conversationId(), message("Halo lagi").conversationId());
    }

    @Test
    void aNameIsNotNeeded() throws Exception {
        assertNull(Submission.of(FORM, "Halo", " ", "").name());
    }

    @Test
    void whatCannotBeTakenIsSaid() {
        assertThrows(RefusedFormException.class, () -> Submission.of(FORM, " \r\n ", null, null));
        assertThrows(RefusedFormException.class, () -> Submission.of(FORM, "x".repeat(5_001), null, null));
        assertThrows(RefusedFormException.class, () -> Submission.of(FORM, "a\0b", null, null));
        assertThrows(RefusedFormException.class, () -> Submission.of(FORM, "Halo", null, "http://spam"));
        assertThrows(RefusedFormException.class, () -> Submission.of("1", "Halo", null, null));
    }

    private static MessageReceived message(String text) throws RefusedFormException {
        return Submission.of(FORM, text, null, null).message(Fixtures.account("kemenhub-web"), NOW);
    }
}
