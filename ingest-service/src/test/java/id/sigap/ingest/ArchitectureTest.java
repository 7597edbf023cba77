package id.sigap.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.sigap.ingest");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("id.sigap.ingest.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void readingKnowsNoHttpNoDatabaseAndNoKafka() {
        noClasses()
                .that()
                .resideInAPackage("..intake..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.quarkus..", "jakarta.ws..", "org.apache.kafka..")
                .check(SERVICE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Inject.class).check(SERVICE);
    }
}
