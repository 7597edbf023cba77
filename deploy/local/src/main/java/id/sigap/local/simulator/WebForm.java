package id.sigap.local.simulator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form as a browser sees it: where it goes and what it asks. Reads the plain HTML that our own pages are made of, which
 * is why it is not a parser of all HTML.
 *
 * @param action where it is posted to
 * @param controls what it asks, in order
 */
record WebForm(URI action, List<Control> controls) {
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL = Pattern.compile(
            "<(input|textarea)\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");

    /**
     * One thing that a form asks.
     *
     * @param name its name in the request
     * @param type textarea, select, or the input's type
     * @param value what it holds already
     * @param options what a select, or one radio button, offers
     * @param required whether it must be filled
     */
    record Control(String name, String type, String value, List<String> options, boolean required) {}

    /** The first form of a page that is posted. */
    static Optional<WebForm> of(URI page, String html) {
        Matcher forms = FORM.matcher(html);
        while (forms.find()) {
            if ("post".equals(attribute(forms.group(1), "method").toLowerCase(Locale.ROOT))) {
                String action = attribute(forms.group(1), "action");
                return Optional.of(new WebForm(
                        page.resolve(action.isEmpty() ? page.getPath() : action), controls(forms.group(2))));
            }
        }
        return Optional.empty();
    }

    private static List<Control> controls(String html) {
        List<Control> controls = new ArrayList<>();
        Matcher found = CONTROL.matcher(html);
        while (found.find()) {
            boolean select = found.group(1) == null;
            String attributes = select ? found.group(3) : found.group(2);
            String type = select ? "select" : type(found.group(1), attributes);
            List<String> options = new ArrayList<>();
            if (select) {
                Matcher option = OPTION.matcher(found.group(4));
                while (option.find()) {
                    options.add(attribute(option.group(1), "value"));
                }
            }
            controls.add(new Control(
                    attribute(attributes, "name"),
                    type,
                    attribute(attributes, "value"),
                    options,
                    Pattern.compile("\\brequired\\b").matcher(attributes).find()));
        }
        return controls;
    }

    private static String type(String element, String attributes) {
        if ("textarea".equalsIgnoreCase(element)) {
            return "textarea";
        }
        String type = attribute(attributes, "type").toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text" : type;
    }

    private static String attribute(String attributes, String name) {
        Matcher found = ATTRIBUTE.matcher(attributes);
        while (found.find()) {
            if (found.group(1).equalsIgnoreCase(name)) {
                for (int group = 2; group <= 4; group++) {
                    if (found.group(group) != null) {
                        return unescape(found.group(group));
                    }
                }
            }
        }
        return "";
    }

    private static String unescape(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** The request's body when each control that has a name is filled in so; an empty answer leaves it out. */
    String filled(Function<Control, Optional<String>> answer) {
        return controls.stream()
                .filter(control -> !control.name().isEmpty())
                .flatMap(control ->
                        answer.apply(control).stream().map(value -> encode(control.name()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
