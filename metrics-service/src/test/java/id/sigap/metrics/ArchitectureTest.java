package id.sigap.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.sigap.metrics");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("id.sigap.metrics.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void turnsFiguresAndDemandKnowNoFrameworkNoKafkaAndNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("..turn..", "..figure..", "..demand..", "..index..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "jakarta..", "org.apache.kafka..", "java.sql..", "id.sigap.runtime..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(SERVICE);
    }

    @Test
    void servicesDoNotDependOnEachOther() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.sigap.ingest..", "id.sigap.triage..", "id.sigap.reply..")
                .check(SERVICE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Inject.class).check(SERVICE);
    }
}
