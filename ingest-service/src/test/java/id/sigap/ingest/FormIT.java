package id.sigap.ingest;

import static id.sigap.ingest.Webhooks.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.tracking.TrackingToken;
import id.sigap.local.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka,keycloak"),
            @ResourceArg(name = "service", value = "ingest-service")
        })
class FormIT {
    @Test
    void aCitizenWritesAndGetsALink() {
        String words = unique() + " <b>&";
        String form = formId();

        String page = send(form, words).statusCode(200).extract().asString();
        send(form, words).statusCode(200);

        Matcher link = Pattern.compile("href=\"http://localhost:[0-9]+/lacak/([A-Za-z0-9_-]+)\"")
                .matcher(page);
        assertTrue(link.find(), page);
        assertTrue(TrackingToken.open(link.group(1), Stack.secret("tracking")).isPresent());
        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void whatWasWrittenIsNotLostWhenItCannotBeTaken() {
        send(formId(), "x".repeat(5_001))
                .statusCode(400)
                .body(containsString("terlalu panjang"))
                .body(containsString("xxxxx"));
        send(formId(), " ").statusCode(400).body(containsString("masih kosong"));
    }

    @Test
    void longTextBeyondAsciiIsTaken() {
        String words = unique();

        send(formId(), words + "—".repeat(4_900)).statusCode(200);

        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void theFirstPageListsTheOffices() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(containsString("/?kepada=kemenhub-web"))
                .body(containsString("/?kepada=kemenkes-web"))
                .body(not(containsString("<script")));
        given().get("/?kepada=nobody").then().statusCode(404);
        given().get("/gaya/formulir.css").then().statusCode(200);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        given().header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded")
                .formParam("kepada", "kemenhub-web")
                .post("/")
                .then()
                .statusCode(403);
    }

    @Test
    void theServiceSaysThatItIsReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("sigap_events_accepted_total"));
    }

    @Test
    void aFormThatCannotBeDecodedIsRefusedWithoutRepeatingIt() {
        given().contentType("application/x-www-form-urlencoded")
                .body("kepada=kemenhub-web&pesan=%zzrahasia")
                .post("/")
                .then()
                .statusCode(400)
                .body(not(containsString("rahasia")));
    }

    @Test
    void theCommittedDescriptionIsTheServedOne() throws Exception {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        Path committed = Path.of("openapi.yaml");

        if (Boolean.getBoolean("sigap.openapi.write")) {
            Files.writeString(committed, served);
        }
        assertEquals(Files.readString(committed), served, "write it with -Dsigap.openapi.write=true");
    }

    private static String formId() {
        String page = given().get("/?kepada=kemenhub-web")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher id = Pattern.compile("name=\"formulir\" value=\"([^\"]+)\"").matcher(page);
        assertTrue(id.find(), page);
        return id.group(1);
    }

    private static ValidatableResponse send(String form, String words) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("kepada", "kemenhub-web")
                .formParam("formulir", form)
                .formParam("pesan", words)
                .formParam("nama", "Ani")
                .formParam("situs", "")
                .post("/")
                .then();
    }
}
