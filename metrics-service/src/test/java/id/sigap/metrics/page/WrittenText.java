package id.sigap.metrics.page;

import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Proxy;

/** The messages as they stand in the interface, with the arguments in their order. */
public final class WrittenText {
    private WrittenText() {}

    /** Those of the pages. */
    public static PageText page() {
        return (PageText) Proxy.newProxyInstance(
                PageText.class.getClassLoader(), new Class<?>[] {PageText.class}, (proxy, method, arguments) -> {
                    String message = method.getAnnotation(Message.class).value();
                    for (Object argument : arguments == null ? new Object[0] : arguments) {
                        message = message.replaceFirst("\\{\\w+}", String.valueOf(argument));
                    }
                    return message;
                });
    }
}
