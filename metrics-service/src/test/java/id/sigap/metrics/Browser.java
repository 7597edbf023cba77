package id.sigap.metrics;

import id.sigap.local.StackResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Follows redirects and keeps cookies, and fills the identity provider's form: enough of a browser for a login. */
final class Browser {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Map<Map<String, String>, String> TOKENS = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(new LocalCookies(), CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final int port;
    private final String languages;
    private String page = "";

    Browser(int port) {
        this(port, "*");
    }

    /** Asks for languages as the header {@code Accept-Language} does. */
    Browser(int port, String languages) {
        this.port = port;
        this.languages = languages;
    }

    String open(String path) throws IOException, InterruptedException {
        page = text(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", languages)
                .build());
        return page;
    }

    String login(String person) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new IllegalStateException("no login form: " + page);
        }
        page = text(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", languages)
                .POST(HttpRequest.BodyPublishers.ofString("username=" + person + "&password=" + person))
                .build());
        return page;
    }

    String openAndLogin(String path, String person) throws IOException, InterruptedException {
        open(path);
        return login(person);
    }

    /** An access token, fetched once per test run. */
    static String token(Map<String, String> form) {
        return TOKENS.computeIfAbsent(form, Browser::fetch);
    }

    private static String fetch(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(StackResource.stack().keycloakIssuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private String text(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Like browsers, takes localhost for a safe place and sends it its Secure cookies. */
    private static final class LocalCookies implements CookieStore {
        private final CookieStore cookies = new CookieManager().getCookieStore();

        @Override
        public void add(URI uri, HttpCookie cookie) {
            cookie.setSecure(false);
            cookies.add(uri, cookie);
        }

        @Override
        public List<HttpCookie> get(URI uri) {
            return cookies.get(uri);
        }

        @Override
        public List<HttpCookie> getCookies() {
            return cookies.getCookies();
        }

        @Override
        public List<URI> getURIs() {
            return cookies.getURIs();
        }

        @Override
        public boolean remove(URI uri, HttpCookie cookie) {
            return cookies.remove(uri, cookie);
        }

        @Override
        public boolean removeAll() {
            return cookies.removeAll();
        }
    }
}
