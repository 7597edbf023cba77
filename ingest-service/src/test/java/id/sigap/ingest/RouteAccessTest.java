package id.sigap.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every route has a role, or stands here as open to everybody, with the reason. */
class RouteAccessTest {
    private static final Set<String> PUBLIC = Set.of(
            // proven by signature or secret token
            "WhatsAppResource.handshake",
            "WhatsAppResource.deliver",
            "TelegramResource.deliver",
            // for citizens, limited by rate
            "FormResource.show",
            "FormResource.send");

    private final List<JavaMethod> routes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("id.sigap.ingest").stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                    .toList();

    @Test
    void whatIsOpenIsOnTheList() {
        Set<String> open = routes.stream()
                .filter(route -> !route.isAnnotatedWith(RolesAllowed.class))
                .filter(route -> route.isAnnotatedWith(PermitAll.class)
                        || !route.getOwner().isAnnotatedWith(RolesAllowed.class))
                .map(RouteAccessTest::name)
                .collect(Collectors.toSet());

        assertFalse(routes.isEmpty());
        assertEquals(PUBLIC, open);
    }

    private static String name(JavaMethod route) {
        JavaClass owner = route.getOwner();
        return owner.getSimpleName() + "." + route.getName();
    }
}
