package id.sigap.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Services meet in Kafka and in the contracts, never in each other's classes: guarded where builds get classes from. */
class PomDependenciesTest {
    private static final Path ROOT = root();
    private static final Set<String> OF_SERVICES = Set.of("sigap-contracts", "sigap-runtime", "sigap-local");

    @Test
    void noServiceDependsOnAnother() throws Exception {
        // Given
        Map<String, Set<String>> dependencies = new TreeMap<>();
        for (String module : modules(ROOT)) {
            if (module.endsWith("-service")) {
                dependencies.put(module, ownDependencies(ROOT.resolve(module)));
            }
        }

        // Then
        assertEquals(
                Set.of("ingest-service", "triage-service", "reply-service", "metrics-service"), dependencies.keySet());
        List<String> wrong = new ArrayList<>();
        dependencies.forEach((service, others) -> others.stream()
                .filter(other -> !OF_SERVICES.contains(other))
                .forEach(other -> wrong.add(service + " depends on " + other)));
        assertEquals(List.of(), wrong);
    }

    @Test
    void servicesNeedTheEmbeddedStackInTestsOnly() throws Exception {
        for (String module : modules(ROOT)) {
            for (Element dependency : dependencies(ROOT.resolve(module))) {
                if (module.endsWith("-service") && "sigap-local".equals(text(dependency, "artifactId"))) {
                    assertEquals("test", text(dependency, "scope"), module);
                }
            }
        }
    }

    @Test
    void theContractsDependOnNothingOfOurs() throws Exception {
        assertEquals(Set.of(), ownDependencies(ROOT.resolve("contracts")));
    }

    private static Set<String> ownDependencies(Path module) throws Exception {
        Set<String> own = new TreeSet<>();
        for (Element dependency : dependencies(module)) {
            if ("id.sigap".equals(text(dependency, "groupId"))) {
                own.add(text(dependency, "artifactId"));
            }
        }
        return own;
    }

    private static List<Element> dependencies(Path module) throws Exception {
        List<Element> found = new ArrayList<>();
        NodeList nodes = pom(module).getElementsByTagName("dependency");
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        assertTrue(!found.isEmpty(), () -> module + " has dependencies");
        return found;
    }

    private static List<String> modules(Path root) throws Exception {
        NodeList nodes = pom(root).getElementsByTagName("module");
        List<String> modules = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            modules.add(nodes.item(i).getTextContent().strip());
        }
        return modules;
    }

    private static String text(Element element, String name) {
        NodeList nodes = element.getElementsByTagName(name);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent().strip();
    }

    private static Document pom(Path module) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(module.resolve("pom.xml").toFile());
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        try (Stream<Path> up = Stream.iterate(here, path -> path != null, Path::getParent)) {
            return up.filter(path -> Files.isDirectory(path.resolve("ingest-service")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
