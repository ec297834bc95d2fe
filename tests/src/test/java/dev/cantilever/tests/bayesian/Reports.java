package dev.cantilever.tests.bayesian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What Surefire reported, by test class. Where classes run side by side a report may hold tests of
 * another class, so that every single test is filed under the class that it names itself.
 */
final class Reports {

  /**
   * How one class went.
   *
   * @param run tests that were run; those skipped are not among them
   * @param failed failures and errors
   */
  record Tally(int run, int failed) {

    private Tally plus(Tally other) {
      return new Tally(run + other.run, failed + other.failed);
    }
  }

  private Reports() {}

  /** From all reports of a folder that are no older than {@code since}. */
  static Map<String, Tally> since(Instant since, Path folder) throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Path report : reports(folder)) {
      if (!Files.getLastModifiedTime(report).toInstant().isBefore(since)) {
        NodeList tests = root(report).getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
          Element test = (Element) tests.item(i);
          tallies.merge(test.getAttribute("classname"), tally(test), Tally::plus);
        }
      }
    }
    return tallies;
  }

  private static Tally tally(Element test) {
    boolean failed = has(test, "failure") || has(test, "error");
    return new Tally(has(test, "skipped") ? 0 : 1, failed ? 1 : 0);
  }

  private static boolean has(Element test, String part) {
    return test.getElementsByTagName(part).getLength() > 0;
  }

  private static List<Path> reports(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static Element root(Path file) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException failure) {
      throw new IOException(file + " is no report", failure);
    }
  }
}
