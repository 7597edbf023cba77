package id.sigap.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouteAccessTest {
    @Test
    void everyRouteNamesItsRoles() {
        // Given all classes that answer requests
        List<JavaClass> resources = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("id.sigap.metrics")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .toList();
        assertFalse(resources.isEmpty());

        // When those without roles are looked for
        List<String> open = resources.stream()
                .filter(type -> !type.isAnnotatedWith(RolesAllowed.class))
                .map(JavaClass::getSimpleName)
                .toList();

        // Then they are the public scorecard, and say so
        assertEquals(Set.of("ScorecardPage", "ScorecardResource"), Set.copyOf(open));
        assertEquals(
                Set.copyOf(open),
                resources.stream()
                        .filter(type -> type.isAnnotatedWith(PermitAll.class))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet()));
    }
}
