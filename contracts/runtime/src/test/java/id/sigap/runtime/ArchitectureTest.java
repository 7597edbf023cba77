package id.sigap.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sigap.runtime");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("id.sigap.runtime.(*)..").should().beFreeOfCycles().check(RUNTIME);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Inject.class).check(RUNTIME);
        noFields().should().beAnnotatedWith(ConfigProperty.class).check(RUNTIME);
    }

    @Test
    void nothingKnowsAService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.sigap.ingest..", "id.sigap.triage..", "id.sigap.reply..", "id.sigap.metrics..")
                .check(RUNTIME);
    }

    @Test
    void everyClassStandsInAPackageOfAFeature() {
        classes().should().resideInAPackage("id.sigap.runtime.*").check(RUNTIME);
    }
}
