package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.reading.GridPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Places in columns and rows around a middle, from the lower left, row by row.
 *
 * @param lines what the person must see
 */
record Grid(List<Place> places, List<String> lines) {

  static final String COLUMNS = "grid_columns";
  static final String ITEM = "place";
  static final Set<String> SLOTS =
      Set.of(COLUMNS, "grid_rows", "spacing", "avoid", "center", "right", "left", "up", "down");

  private static final int MOST = 100;

  Grid {
    places = List.copyOf(places);
    lines = List.copyOf(lines);
  }

  /** The grid that {@code values} say; empty where something must be asked. */
  static Optional<Grid> of(Map<String, String> values, Situation situation, Consumer<String> ask) {
    int columns = Integer.parseInt(values.get(COLUMNS));
    int rows = Integer.parseInt(values.get("grid_rows"));
    if (!values.containsKey("spacing")) {
      ask.accept("How far apart should the places of the grid be? Say for example \"1 µm apart\".");
      return Optional.empty();
    }
    if ((long) columns * rows > MOST || columns * rows == 0) {
      ask.accept(
          "%d × %d places are none or more than %d; how many should it be?"
              .formatted(columns, rows, MOST));
      return Optional.empty();
    }
    Place middle = Place.of(Optional.ofNullable(values.get("center")), values, situation);
    BigDecimal spacing = Place.metres(values.get("spacing"));
    List<Place> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        BigDecimal across = spacing.multiply(halves(2 * column - columns + 1));
        BigDecimal along = spacing.multiply(halves(2 * row - rows + 1));
        if (!isAvoided(values.getOrDefault("avoid", ""), across.signum(), along.signum())) {
          places.add(new Place(middle.x().add(across), middle.y().add(along), ""));
        }
      }
    }
    List<String> lines =
        List.of(
            "grid: %d × %d places, %s apart, around %s"
                .formatted(columns, rows, values.get("spacing"), middle),
            "places left: %d%s"
                .formatted(
                    places.size(),
                    values.containsKey("avoid")
                        ? ", without the " + values.get("avoid").replace('_', ' ')
                        : ""));
    return Optional.of(new Grid(places, lines));
  }

  private static BigDecimal halves(int count) {
    return new BigDecimal(count).multiply(new BigDecimal("0.5"));
  }

  /** Whether a place to that side of the middle lies in the region. */
  private static boolean isAvoided(String region, int across, int along) {
    return !region.isEmpty()
        && GridPart.valueOf(region.toUpperCase(Locale.ROOT)).holds(across, along);
  }

  Step step(List<Step> steps) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    places.forEach(place -> list.addObject().put("x", place.xText()).put("y", place.yText()));
    return new Step.ForEach(ITEM, new JsonText(CanonicalJson.text(list)), MOST, steps);
  }
}
