package id.sigap.reply;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** What holds of the code as a whole. */
class ArchitectureTest {
    /** The only pages without login: the citizen has a token instead. */
    private static final Set<String> PUBLIC = Set.of("/lacak");

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sigap.reply");

    @Test
    void decisionsKnowNoFrameworkNoKafkaAndNoSql() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "id.sigap.reply.cases",
                        "id.sigap.reply.draft",
                        "id.sigap.reply.knowledge",
                        "id.sigap.reply.approval",
                        "id.sigap.reply.policy",
                        "id.sigap.reply.dispatch",
                        "id.sigap.reply.assignment",
                        "id.sigap.reply.checks",
                        "id.sigap.reply.personaldata",
                        "id.sigap.reply.statement",
                        "id.sigap.reply.notice")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "org.hibernate..",
                        "java.sql..",
                        "id.sigap.runtime..")
                .check(SERVICE);
    }

    @Test
    void noServiceDependsOnAnother() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.sigap.ingest..", "id.sigap.triage..", "id.sigap.metrics..")
                .check(SERVICE);
    }

    /** A flush that ends with the removal of an entity may never come to its commit, and holds what it locked. */
    @Test
    void rowsAreDeletedByStatementsOfTheirOwn() {
        noClasses()
                .should()
                .callMethod(Mutiny.Session.class, "remove", Object.class)
                .check(SERVICE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("id.sigap.reply.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(SERVICE);
    }

    @Test
    void everyRouteHasARoleOrIsOnTheListOfPublicOnes() {
        List<String> open = new ArrayList<>();
        int routes = 0;
        for (JavaClass resource : SERVICE) {
            if (!resource.isAnnotatedWith(Path.class)) {
                continue;
            }
            String path = resource.getAnnotationOfType(Path.class).value();
            for (JavaMethod method : resource.getMethods()) {
                boolean route = method.getAnnotations().stream()
                        .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
                if (!route) {
                    continue;
                }
                routes++;
                boolean guarded =
                        method.isAnnotatedWith(RolesAllowed.class) || resource.isAnnotatedWith(RolesAllowed.class);
                boolean declaredPublic = PUBLIC.contains(path) && resource.isAnnotatedWith(PermitAll.class);
                if (!guarded && !declaredPublic) {
                    open.add(method.getFullName());
                }
            }
        }
        assertTrue(routes > 15, "the guard sees the routes");
        assertTrue(open.isEmpty(), () -> "routes without a role: " + open);
    }
}
