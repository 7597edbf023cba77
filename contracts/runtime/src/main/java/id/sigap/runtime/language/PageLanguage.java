package id.sigap.runtime.language;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The language of the page that is asked for: what its address chooses with {@code ?bahasa=en}, which is kept in a
 * cookie; else what was chosen before; else what the browser says its owner reads ({@code Accept-Language}).
 */
@RequestScoped
public class PageLanguage {
    private static final String NAME = "bahasa";
    private static final Duration KEPT = Duration.ofDays(365);

    private final RoutingContext exchange;

    /** Of the current request. */
    public PageLanguage(RoutingContext exchange) {
        this.exchange = exchange;
    }

    /** Tells the language, and keeps a choice that the address makes. */
    public Language get() {
        Optional<Language> chosen =
                Optional.ofNullable(exchange.request().getParam(NAME)).flatMap(Language::of);
        chosen.ifPresent(this::keep);
        return chosen.or(this::kept).orElseGet(this::accepted);
    }

    private Optional<Language> kept() {
        return Optional.ofNullable(exchange.request().getCookie(NAME))
                .flatMap(cookie -> Language.of(cookie.getValue()));
    }

    private Language accepted() {
        return Language.firstOf(
                exchange.acceptableLanguages().stream().map(LanguageHeader::tag).toList());
    }

    private void keep(Language language) {
        exchange.response()
                .addCookie(Cookie.cookie(NAME, language.tag())
                        .setPath("/")
                        .setMaxAge(KEPT.toSeconds())
                        .setSameSite(CookieSameSite.LAX)
                        .setHttpOnly(true));
    }
}
