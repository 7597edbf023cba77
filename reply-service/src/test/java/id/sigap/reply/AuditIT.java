package id.sigap.reply;

import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.submit;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The record of acts: everything is in it, the service cannot change it, and whoever can is found out. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class AuditIT {
    private static final String AGENCY = "kemenhub-contoh";

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @Test
    void everyActIsRecordedAndChained() {
        // Given some acts on a case
        String id = acted();

        String textHash = as(SARI).get("/api/v1/cases/" + id).jsonPath().getString("replies[0].textHash");

        // When they are sealed, then the auditor sees each, in the chain
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> auditor()
                        .get("/api/v1/audit?case=" + id)
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(4))
                        .body("items.act", contains("note", "assigned", "submitted", "text-kept"))
                        .body("items.by[0..2]", everyItem(equalTo("sari")))
                        // The system's draft, by the hash of its text
                        .body("items[3].detail", endsWith(" sha256:" + textHash + " local"))
                        .body("items.findAll { it.hash == null }", equalTo(List.of())));
        auditor().get("/api/v1/audit?case=" + id + "&limit=1").then().body("items.act", contains("note"));
        verify().body("intact", equalTo(true));

        // And cases are told by the number that people know
        String number = as(SARI).get("/api/v1/cases/" + id).jsonPath().getString("number");
        auditor().get("/api/v1/audit?case=" + id + "&limit=1").then().body("items.caseNumber", contains(number));
        auditor()
                .get("/audit?kasus=" + id)
                .then()
                .statusCode(200)
                .body(containsString("<a href=\"/audit?kasus=" + id + "\">" + number + "</a>"));

        // And nobody else sees any of it
        as(SARI).get("/api/v1/audit").then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("ani", "kemenkes-contoh", "auditor"))
                .get("/api/v1/audit?case=" + id)
                .then()
                .body("total", equalTo(0));
        given().auth()
                .oauth2(TestTokens.of("ani", "kemenkes-contoh", "auditor"))
                .get("/api/v1/audit:verify?agency=" + AGENCY)
                .then()
                .statusCode(404);
    }

    @Test
    void whatAPersonWritesIsOnRecordByItsHash() {
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("Kereta telat"));
        String id = caseOf(citizen).getString("caseId");
        as(SARI).body("{\"body\":\"Mohon maaf, kereta Bapak/Ibu tiba besok pukul 10.00 WIB.\"}")
                .post("/api/v1/cases/" + id + "/replies")
                .then()
                .statusCode(201);
        String hash = caseOf(citizen).getString("replies[0].textHash");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> rows(id)
                                .getList(
                                        "items.findAll { it.by == 'sari' && it.act == 'text-kept' }.detail",
                                        String.class)
                                .stream()
                                .anyMatch(detail -> detail.endsWith("sha256:" + hash)));
        verify().body("intact", equalTo(true));
    }

    @Test
    void theServiceItselfCanNeitherChangeNorRemoveARow() {
        acted();
        for (String sql : List.of(
                "update audit set act = 'x'",
                "delete from audit",
                "truncate audit",
                "update audit_chain set seq = seq + 1",
                "delete from audit_chain",
                "update history set act = 'x'",
                "delete from history")) {
            PgException refused = assertThrows(
                    PgException.class,
                    () -> database.query(sql).execute().await().atMost(Duration.ofSeconds(60)),
                    sql);
            assertEquals("42501", refused.getSqlState(), sql);
        }
    }

    @Test
    void whatASuperuserChangesRemovesOrAddsIsFound() throws SQLException {
        // Given a sealed record, and its end written down
        String id = acted();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> verify().extract().jsonPath().getInt("chains[0].waiting") == 0
                        && rows(id).getList("items.hash").stream().allMatch(hash -> hash != null)
                        && rows(id).getInt("total") == 4);
        JsonPath chain = verify().body("intact", equalTo(true)).extract().jsonPath();
        String anchor = "&seq=" + chain.getLong("chains[0].seq") + "&hash=" + chain.getString("chains[0].hash");
        auditor().get("/api/v1/audit:verify?agency=" + AGENCY + anchor).then().body("intact", equalTo(true));
        long row = rows(id).getLong("items[1].auditId");
        long seq = rows(id).getLong("items[1].seq");

        // When a superuser changes a row, then that row is found
        try (Tampering tampering = new Tampering()) {
            tampering.run("create table kept as select * from audit where audit_id = " + row);
            tampering.run("update audit set done_by = 'budi' where audit_id = " + row);
            verify().body("intact", equalTo(false))
                    .body("chains[0].faults.kind", contains("row-changed"))
                    .body("chains[0].faults[0].auditId", equalTo((int) row))
                    .body("chains[0].faults[0].seq", equalTo((int) seq));

            // And when they remove it
            tampering.run("delete from audit where audit_id = " + row);
            verify().body("chains[0].faults.kind", contains("row-missing"));

            // And when they remove its link as well
            tampering.run("create table kept_link as select * from audit_chain where audit_id = " + row);
            tampering.run("delete from audit_chain where audit_id = " + row);
            verify().body("chains[0].faults.kind", hasItem("link-missing"));
            tampering.run("insert into audit_chain select * from kept_link");
            tampering.run("insert into audit overriding system value select * from kept");
            verify().body("intact", equalTo(true));

            // And when they add one
            tampering.run("insert into audit overriding system value select -1, agency, at, recorded_at, 'approved',"
                    + " done_by, case_id, detail from kept");
            verify().body("chains[0].faults.kind", contains("row-inserted"));
            tampering.run("delete from audit where audit_id = -1");

            // And when they cut off the end
            tampering.run("create table kept_end as select * from audit_chain c where agency = '" + AGENCY
                    + "' and seq = (select max(seq) from audit_chain e where e.agency = c.agency)");
            tampering.run("delete from audit_chain where audit_id in (select audit_id from kept_end)");
            assertTrue(verify().extract()
                    .jsonPath()
                    .getList("chains[0].faults.kind")
                    .contains("end-differs"));
            tampering.run("insert into audit_chain select * from kept_end");
        }
        verify().body("intact", equalTo(true));
        String wrong = "&seq=1&hash=" + "0".repeat(64);
        auditor()
                .get("/api/v1/audit:verify?agency=" + AGENCY + wrong)
                .then()
                .body("chains[0].faults.kind", contains("anchor-differs"));
    }

    private String acted() {
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("Kereta telat"));
        String id = caseOf(citizen).getString("caseId");
        submit(citizen);
        as(SARI).body("{\"assignee\":\"sari\"}").post("/api/v1/cases/" + id + "/assign");
        as(SARI).body("{\"text\":\"lihat jadwal\"}").post("/api/v1/cases/" + id + "/note");
        return id;
    }

    private static JsonPath rows(String id) {
        return auditor().get("/api/v1/audit?case=" + id).jsonPath();
    }

    private static io.restassured.response.ValidatableResponse verify() {
        return auditor().get("/api/v1/audit:verify?agency=" + AGENCY).then().statusCode(200);
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestTokens.of("ani", AGENCY, "auditor"));
    }

    /** Somebody with the database's highest rights, who leaves no trace but this. */
    private static final class Tampering implements AutoCloseable {
        private final Connection connection;

        Tampering() throws SQLException {
            connection = StackResource.stack().postgres().superuser("sigap");
            run("set session_replication_role = replica");
            run("set search_path = reply");
            run("drop table if exists kept, kept_link, kept_end");
        }

        void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            run("drop table if exists kept, kept_link, kept_end");
            connection.close();
        }
    }
}
