package id.sigap.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What every service depends on depends on next to nothing. */
class ContractsArchitectureTest {
    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sigap.contracts");

    @Test
    void dependsOnNothingButThePlatformJacksonAndJSpecify() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "id.sigap.contracts..", "java..", "javax.crypto..", "com.fasterxml.jackson..", "org.jspecify..")
                .check(CONTRACTS);
    }

    @Test
    void wordsIdsAndTopicsDependOnNoOtherPackageOfIt() {
        noClasses()
                .that()
                .resideInAPackage("id.sigap.contracts")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.sigap.contracts.*..")
                .check(CONTRACTS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("id.sigap.contracts.(**)").should().beFreeOfCycles().check(CONTRACTS);
    }

    @Test
    void everyPackageIsNullMarked() throws Exception {
        // Given
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : CONTRACTS) {
            packages.add(type.getPackageName());
        }

        // Then
        assertTrue(packages.size() >= 5, packages::toString);
        for (String name : packages) {
            assertTrue(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class), name);
        }
    }
}
