package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class LettersTest {
    @Test
    void whatWasKeptIsGivenBackWhole() {
        Letters letters = new Letters();
        for (int round = 0; round < 2; round++) {
            // Given more than there was room for, one of them without a value and one with a header twice
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                RecordHeaders headers = new RecordHeaders();
                headers.add("satu", new byte[] {1}).add("satu", new byte[] {2}).add("kosong", null);
                byte[] value = i == 7 ? null : new byte[i];
                places.add(letters.keep(new Letter(new Record<>(new byte[] {3}, value, i, headers), "topik", 4, i)));
            }

            // Then each is as it was
            for (int i = 0; i < 300; i++) {
                Letter letter = letters.at(places.get(i));
                assertEquals("topik", letter.topic());
                assertEquals(4, letter.partition());
                assertEquals(i, letter.offset());
                assertEquals(i, letter.record().timestamp());
                assertArrayEquals(new byte[] {3}, letter.record().key());
                assertArrayEquals(i == 7 ? null : new byte[i], letter.record().value());
                assertEquals(3, letter.record().headers().toArray().length);
                assertArrayEquals(
                        new byte[] {2},
                        letter.record().headers().lastHeader("satu").value());
                assertEquals(
                        null, letter.record().headers().lastHeader("kosong").value());
            }
            letters.clear();
            assertEquals(0, letters.size());
        }
    }
}
