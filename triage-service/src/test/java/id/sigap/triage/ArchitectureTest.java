package id.sigap.triage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] DOMAIN = {
        "id.sigap.triage",
        "id.sigap.triage.text..",
        "id.sigap.triage.kind..",
        "id.sigap.triage.incident..",
        "id.sigap.triage.topic..",
        "id.sigap.triage.urgency..",
        "id.sigap.triage.personaldata..",
        "id.sigap.triage.slot..",
        "id.sigap.triage.language..",
        "id.sigap.triage.request..",
        "id.sigap.triage.flag..",
        "id.sigap.triage.routing..",
        "id.sigap.triage.learning"
    };

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.sigap.triage");

    @Test
    void decisionsAreFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "javax.sql..",
                        "io.micrometer..",
                        "org.eclipse.microprofile..",
                        "id.sigap.runtime..")
                .check(SERVICE);
    }

    @Test
    void onlyTrainingKnowsTheTrainer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.sigap.triage.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("opennlp..", "de.bwaldvogel..")
                .check(SERVICE);
        noClasses()
                .that()
                .resideOutsideOfPackages("id.sigap.triage.training..", "id.sigap.triage.learning..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.sigap.triage.training..")
                .check(SERVICE);
    }

    @Test
    void onlyItsPackageKnowsOnnx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.sigap.triage.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "ai.djl..")
                .check(SERVICE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("id.sigap.triage.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith(Inject.class)
                .andShould()
                .notBeAnnotatedWith(ConfigProperty.class)
                .check(SERVICE);
    }

    @Test
    void everyRouteHasARole() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .check(SERVICE);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "id.sigap.ingest..", "id.sigap.reply..", "id.sigap.metrics..", "id.sigap.local..")
                .check(SERVICE);
    }
}
