package id.sigap.ingest.form;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.runtime.language.Language;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormWordsTest {
    private static final FormWords INDONESIAN = FormWords.in(Language.INDONESIAN);
    private static final FormWords ENGLISH = FormWords.in(Language.ENGLISH);

    @Test
    void nothingIsLeftUnsaidOrUntranslated() throws Exception {
        int asked = 0;
        for (Method method : FormWords.class.getDeclaredMethods()) {
            if (!Modifier.isAbstract(method.getModifiers()) || method.getReturnType() != String.class) {
                continue;
            }
            for (Object[] arguments : arguments(method)) {
                String indonesian = (String) method.invoke(INDONESIAN, arguments);
                String english = (String) method.invoke(ENGLISH, arguments);
                assertFalse(indonesian.isBlank(), method.getName());
                assertFalse(english.isBlank(), method.getName());
                assertNotEquals(indonesian, english, method.getName());
                asked++;
            }
        }
        assertTrue(asked > 20, "the test sees the words");
    }

    private static List<Object[]> arguments(Method method) {
        if (method.getParameterCount() == 0) {
            return List.<Object[]>of(new Object[0]);
        }
        if (method.getParameterTypes()[0] == Refusal.class) {
            return Arrays.stream(Refusal.values())
                    .map(refusal -> new Object[] {refusal})
                    .toList();
        }
        return List.<Object[]>of(new Object[] {"Kementerian Contoh"});
    }
}
