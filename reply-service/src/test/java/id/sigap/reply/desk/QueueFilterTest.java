package id.sigap.reply.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.runtime.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueFilterTest {
    @Test
    void oneChoiceHasOneAddress() {
        assertEquals(
                "", QueueFilter.of(Map.of("state", "waiting", "kind", "")::get).query());
        assertFalse(QueueFilter.parse("?state=waiting").narrows());
        assertEquals(
                "?kind=complaint&assignee=saya",
                QueueFilter.parse("?assignee=saya&x=1&kind=complaint").query());
        assertEquals("?after=abc", QueueFilter.ordinary().after("abc"));
        assertEquals("?kind=spam&after=abc", QueueFilter.parse("?kind=spam").after("abc"));
    }

    @Test
    void wordsSurviveTheAddress() {
        QueueFilter filter = QueueFilter.ordinary().with(QueueFilter.Field.WORDS, "rel & roda + 100% \"é\"");
        assertEquals(filter, QueueFilter.parse(filter.query()));
        assertTrue(filter.narrows());
        assertEquals(QueueFilter.ordinary(), filter.with(QueueFilter.Field.WORDS, ""));
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThrows(ProblemException.class, () -> QueueFilter.parse("?q=%zz"));
        assertThrows(ProblemException.class, () -> QueueFilter.parse("?q=" + "x".repeat(201)));
    }
}
