package id.sigap.reply.personaldata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.event.PersonalData;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedTest {
    @Test
    void coversWhatWasFoundAndNothingElse() {
        // Given a number split by dots
        String text = "hubungi 0812.3456.789 ya";

        // When
        String masked = Masked.of(text, List.of(new PersonalData("phone", 8, 21)));

        // Then
        assertEquals("hubungi ••••.••••.••• ya", masked);
    }

    @Test
    void coversASpanThatRunsBeyondTheExcerpt() {
        // When
        String masked = Masked.of("nik 3174", List.of(new PersonalData("nik", 4, 20), new PersonalData("phone", 30, 40)));

        // Then
        assertEquals("nik ••••", masked);
    }
}
