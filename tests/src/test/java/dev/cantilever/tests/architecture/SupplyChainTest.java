package dev.cantilever.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the build is made of: exact versions, each stated once, under licences that allow it. */
class SupplyChainTest {

  private static final Path ROOT = Path.of("..");

  /** Written by the build of the agent; all that ships, with what it needs. */
  private static final Path BILL = ROOT.resolve("agent/target/bom.json");

  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "BSD-4-Clause",
          "EPL-1.0",
          "EPL-2.0",
          "ISC",
          "CC0-1.0",
          "UPL-1.0",
          "GPL-2.0-with-classpath-exception");

  /** Under the LGPL, in a module of their own that may be left out. */
  private static final Set<String> ONLY_FOR_TANGO =
      Set.of("tango-idl-java", "jacorb", "jacorb-omgapi");

  /** Plugins that every build uses, whether or not a pom names them. */
  private static final Set<String> ALWAYS =
      Set.of(
          "maven-clean-plugin",
          "maven-resources-plugin",
          "maven-compiler-plugin",
          "maven-surefire-plugin",
          "maven-jar-plugin",
          "maven-install-plugin",
          "maven-deploy-plugin",
          "maven-site-plugin");

  private static final Pattern EXACT = Pattern.compile("[0-9][A-Za-z0-9.+_-]*");

  @Test
  void everythingThatShipsIsListedUnderALicenceThatAllowsIt() throws IOException {
    assumeThat(Files.exists(BILL)).as("written by mvn verify").isTrue();
    JsonNode components = new ObjectMapper().readTree(BILL.toFile()).path("components");
    List<String> wrong = new ArrayList<>();
    components.forEach(one -> problem(one).ifPresent(wrong::add));
    assertThat(wrong).isEmpty();
    assertThat(components).hasSizeGreaterThan(50);
    assertThat(components.findValuesAsText("purl")).noneMatch(purl -> purl.contains("SNAPSHOT"));
  }

  private static Optional<String> problem(JsonNode component) {
    String name = component.path("name").asText();
    List<String> licences = licences(component);
    boolean isAllowed =
        ONLY_FOR_TANGO.contains(name)
            ? licences.stream().allMatch(one -> one.contains("Lesser") || one.contains("LGPL"))
            : licences.stream().anyMatch(ALLOWED::contains);
    return isAllowed ? Optional.empty() : Optional.of("%s is under %s".formatted(name, licences));
  }

  private static List<String> licences(JsonNode component) {
    List<String> licences = new ArrayList<>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      licences.add(
          one.has("expression")
              ? one.path("expression").asText()
              : licence.path("id").asText(licence.path("name").asText()));
    }
    return licences;
  }

  @ParameterizedTest
  @CsvSource({"MIT,true", "GPL-3.0-only,false", "AGPL-3.0,false", "SSPL-1.0,false", "'',false"})
  void aLicenceThatIsNotListedIsFound(String licence, boolean allowed) throws IOException {
    String component =
        "{\"name\": \"x\", \"licenses\": [{\"license\": {\"id\": \"%s\"}}]}".formatted(licence);
    assertThat(problem(new ObjectMapper().readTree(component)).isEmpty()).isEqualTo(allowed);
    assertThat(problem(new ObjectMapper().readTree("{\"name\": \"x\"}"))).isPresent();
  }

  @Test
  void everyVersionIsExactAndStatedOnce() throws Exception {
    List<String> problems = new ArrayList<>();
    Map<String, String> pinned = new TreeMap<>();
    List<Path> poms = poms();
    for (Path pom : poms) {
      Document document = parsed(Files.readString(pom));
      problems.addAll(inexact(document, pom.toString()));
      problems.addAll(pinnedTwice(document, pinned));
    }
    for (Path pom : poms) {
      problems.addAll(unpinned(parsed(Files.readString(pom)), pinned, pom.toString()));
    }
    ALWAYS.stream().filter(one -> !pinned.containsKey(one)).forEach(problems::add);
    assertThat(problems).isEmpty();
    assertThat(poms).hasSizeGreaterThan(8);
    assertThat(pinned).containsKey("cyclonedx-maven-plugin");
  }

  private static List<Path> poms() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals("pom.xml"))
          .filter(file -> !file.toString().contains("target"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<dependency><version>1.0-SNAPSHOT</version></dependency>",
    "'<dependency><version>[1.0,2.0)</version></dependency>'",
    "<dependency><version>LATEST</version></dependency>",
    "<parent><version>1.0-SNAPSHOT</version></parent>",
    "<properties><x.version>RELEASE</x.version></properties>"
  })
  void aVersionThatIsNotExactIsFound(String part) throws Exception {
    assertThat(inexact(parsed("<project>%s</project>".formatted(part)), "pom")).hasSize(1);
  }

  @Test
  void aPluginWithoutAVersionOrWithTwoIsFound() throws Exception {
    String plugin = "<plugin><artifactId>a</artifactId>%s</plugin>";
    Document none = parsed("<project>%s</project>".formatted(plugin.formatted("")));
    assertThat(unpinned(none, Map.of(), "pom")).hasSize(1);
    assertThat(unpinned(none, Map.of("a", "1"), "pom")).isEmpty();
    String one = plugin.formatted("<version>1</version>");
    Document twice = parsed("<project>%s%s</project>".formatted(one, one));
    assertThat(pinnedTwice(twice, new TreeMap<>())).hasSize(1);
  }

  /** Versions of dependencies, plugins, parents and properties that name one. */
  private static List<String> inexact(Document pom, String where) {
    List<String> problems = new ArrayList<>();
    NodeList all = pom.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      String parent = element.getParentNode().getNodeName();
      boolean isVersion =
          (element.getTagName().equals("version")
                  && Set.of("dependency", "plugin", "parent", "project", "path").contains(parent))
              || (element.getTagName().endsWith(".version") && parent.equals("properties"));
      String text = element.getTextContent().strip();
      if (isVersion
          && !text.startsWith("${")
          && (!EXACT.matcher(text).matches() || text.endsWith("-SNAPSHOT"))) {
        problems.add("%s: %s of %s is not exact".formatted(where, text, parent));
      }
    }
    return problems;
  }

  private static List<String> pinnedTwice(Document pom, Map<String, String> pinned) {
    List<String> problems = new ArrayList<>();
    NodeList plugins = pom.getElementsByTagName("plugin");
    for (int i = 0; i < plugins.getLength(); i++) {
      String version = child(plugins.item(i), "version");
      String name = child(plugins.item(i), "artifactId");
      if (!version.isEmpty() && pinned.put(name, version) != null) {
        problems.add("the version of %s is stated twice".formatted(name));
      }
    }
    return problems;
  }

  private static List<String> unpinned(Document pom, Map<String, String> pinned, String where) {
    List<String> problems = new ArrayList<>();
    NodeList plugins = pom.getElementsByTagName("plugin");
    for (int i = 0; i < plugins.getLength(); i++) {
      String name = child(plugins.item(i), "artifactId");
      if (child(plugins.item(i), "version").isEmpty() && !pinned.containsKey(name)) {
        problems.add("%s: %s has no version".formatted(where, name));
      }
    }
    return problems;
  }

  private static String child(Node parent, String name) {
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at.getNodeName().equals(name)) {
        return at.getTextContent().strip();
      }
    }
    return "";
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
