package dev.cantilever.vocabulary.wire;

import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.reading.Series;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values of the vocabulary as JSON, in the order in which their records declare them. */
final class JsonWriter {

  private final StringBuilder out = new StringBuilder();

  static String write(Object value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.out.toString();
  }

  private void value(Object value) {
    switch (value) {
      case Quantity quantity -> quantity(quantity);
      case Record record -> record(record);
      case List<?> list -> list(list);
      case Series series -> series(series);
      case Optional<?> optional -> optional.ifPresentOrElse(this::value, () -> out.append("null"));
      case Enum<?> word -> text(word.name().toLowerCase(Locale.ROOT));
      case String text -> text(text);
      case Boolean truth -> out.append(truth.booleanValue());
      case Double number -> number(number);
      case Number whole -> out.append(whole);
      default -> throw new IllegalArgumentException("no form for " + value.getClass());
    }
  }

  private void record(Record record) {
    if (Forms.isName(record.getClass())) {
      text(record.toString());
      return;
    }
    String separator = "{";
    if (Forms.isChoice(record.getClass())) {
      out.append("{\"kind\":");
      text(Forms.kind(record.getClass()));
      separator = ",";
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      out.append(separator);
      text(Forms.snake(component.getName()));
      out.append(':');
      value(Forms.value(component, record));
      separator = ",";
    }
    out.append(separator.equals("{") ? "{}" : "}");
  }

  private void list(List<?> list) {
    out.append('[');
    for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
      value(each.next());
      out.append(each.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void series(Series series) {
    out.append('[');
    for (int i = 0; i < series.size(); i++) {
      out.append(i > 0 ? "," : "");
      number(series.get(i));
    }
    out.append(']');
  }

  private void quantity(Quantity quantity) {
    double value = quantity.canonical();
    text(
        Double.isFinite(value) ? quantity.format() : value + " " + quantity.kind().canonicalUnit());
  }

  /** JSON has no other numbers than finite ones. */
  private void number(double number) {
    if (Double.isNaN(number)) {
      out.append("null");
    } else if (Double.isInfinite(number)) {
      text(Double.toString(number));
    } else {
      out.append(number);
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"' || next == '\\') {
        out.append('\\').append(next);
      } else if (next < ' ' || Character.isSurrogate(next)) {
        out.append("\\u%04x".formatted((int) next));
      } else {
        out.append(next);
      }
    }
    out.append('"');
  }
}
