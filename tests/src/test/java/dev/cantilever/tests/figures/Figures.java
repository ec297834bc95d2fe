package dev.cantilever.tests.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Records figures where {@code mvn verify} finds them for its table. */
public final class Figures {

  private static final Path FOLDER = Path.of("target", "figures");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Figures() {}

  /** Records a value that is to be at least {@code goal}. */
  public static void atLeast(
      String id, String what, double value, String unit, double goal, String seed) {
    boolean holds = value >= goal;
    record(new Figure(id, what, value, unit, "≥ " + goal, holds, "fast", seed, caller()));
  }

  /** Records a value that is to be at most {@code goal}. */
  public static void atMost(
      String id, String what, double value, String unit, double goal, String seed) {
    boolean holds = value <= goal;
    record(new Figure(id, what, value, unit, "≤ " + goal, holds, "fast", seed, caller()));
  }

  /**
   * Records at how many budgets a peer was better, in the long tier. Kept or not, it is published;
   * see README of the benchmarks.
   *
   * @param worse of so many {@code budgets}; the goal is none
   * @param holds whether all of the promise is kept
   */
  public static void compared(String id, String what, int worse, int budgets, boolean holds) {
    String unit = "of " + budgets;
    record(new Figure(id, what, worse, unit, "0", holds, "long", "0-19", caller()));
  }

  /** Records a value of the long tier that is to be at least {@code goal}. */
  public static void lasting(
      String id, String what, double value, String unit, double goal, String seeds) {
    boolean holds = value >= goal;
    record(new Figure(id, what, value, unit, "≥ " + goal, holds, "long", seeds, caller()));
  }

  /** Records a value of the long tier that is to be at most {@code goal}. */
  public static void lastingAtMost(
      String id, String what, double value, String unit, double goal, String seeds) {
    boolean holds = value <= goal;
    record(new Figure(id, what, value, unit, "≤ " + goal, holds, "long", seeds, caller()));
  }

  /** Records a measurement of the bench tier against its goal, kept or not. */
  public static void measured(
      String id, String what, double value, String unit, String goal, boolean holds) {
    record(new Figure(id, what, value, unit, goal, holds, "bench", "-", caller()));
  }

  private static String caller() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !frame.getClassName().equals(Figures.class.getName()))
                    .findFirst()
                    .map(frame -> frame.getClassName().replaceAll(".*\\.", ""))
                    .orElse("?"));
  }

  private static void record(Figure figure) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(figure.id() + ".json"), JSON.writeValueAsString(figure));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Everything recorded, by id. */
  static List<Figure> all() {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Figure> figures = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        figures.add(JSON.readValue(file.toFile(), Figure.class));
      }
      figures.sort(Comparator.comparing(Figure::id));
      return figures;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes {@code target/figures.json}, yields the table for people, and forgets. */
  static String publish(List<Figure> figures) {
    try {
      JSON.writerWithDefaultPrettyPrinter()
          .writeValue(Path.of("target", "figures.json").toFile(), figures);
      for (Figure figure : figures) {
        Files.delete(FOLDER.resolve(figure.id() + ".json"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    StringBuilder table = new StringBuilder("\nFigures\n");
    for (Figure figure : figures) {
      table.append(
          "  %-17s %-78s %10.4g %-12s %-12s %s%n"
              .formatted(
                  figure.id(),
                  figure.what(),
                  figure.value(),
                  figure.unit(),
                  figure.goal(),
                  figure.holds() ? "kept" : "NOT KEPT"));
    }
    return table.toString();
  }
}
