package dev.cantilever.agent.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.reading.Frame;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What a simulated instrument has under it. No scan was made for it: simulation and recording know
 * it without noise, and neither planner nor surrogate is told.
 *
 * @param words what the pictures are, or why there are none
 * @param dose electrons that each part of the sample has got; absent where none are counted
 */
public record SightView(
    InstrumentId instrument,
    boolean simulated,
    String words,
    List<Picture> pictures,
    Optional<Picture> dose) {

  private static final int SIDE = 160;

  public SightView {
    pictures = List.copyOf(pictures);
  }

  /**
   * A map.
   *
   * @param left where its left edge lies, in metres
   * @param bottom where its lower edge lies, in metres
   * @param values row by row from the bottom; null where there is no finite number
   */
  public record Picture(
      String channel,
      String unit,
      int rows,
      int columns,
      double left,
      double bottom,
      double widthMetres,
      double heightMetres,
      JsonText values) {}

  /** A line or a point of it is none. */
  static boolean isPicture(Frame frame) {
    return frame.rows() > 1 && frame.columns() > 1;
  }

  /** Small enough to look at: every point is the mean of a block, or one that is there. */
  static Picture picture(Frame frame) {
    int step = Math.max(1, Math.ceilDiv(Math.max(frame.rows(), frame.columns()), SIDE));
    int rows = Math.ceilDiv(frame.rows(), step);
    int columns = Math.ceilDiv(frame.columns(), step);
    double[] means = new double[rows * columns];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(frame, i / columns * step, i % columns * step, step);
    }
    return new Picture(
        frame.channel(),
        frame.unit(),
        rows,
        columns,
        0,
        0,
        frame.width().metres(),
        frame.height().metres(),
        values(means));
  }

  /** In four digits, which is more than an eye can tell. */
  static JsonText values(double[] numbers) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode(numbers.length);
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        values.add(new BigDecimal(number).round(new MathContext(4)).doubleValue());
      } else {
        values.addNull();
      }
    }
    return new JsonText(CanonicalJson.text(values));
  }

  private static double mean(Frame frame, int row, int column, int step) {
    double sum = 0;
    int count = 0;
    for (int r = row; r < Math.min(frame.rows(), row + step); r++) {
      for (int c = column; c < Math.min(frame.columns(), column + step); c++) {
        sum += frame.at(r, c);
        count++;
      }
    }
    return sum / count;
  }
}
