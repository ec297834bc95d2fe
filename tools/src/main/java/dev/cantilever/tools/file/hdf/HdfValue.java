package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Numerals;
import java.util.List;
import java.util.stream.Collectors;

/** The value of an attribute, or of a small dataset that is read as one. */
sealed interface HdfValue {

  record Numbers(List<Double> numbers) implements HdfValue {}

  record Texts(List<String> texts) implements HdfValue {}

  /** Addresses of other objects. */
  record References(List<Long> addresses) implements HdfValue {}

  /** Of a type that is not read: compounds, regions, sequences. */
  record Unknown(String type) implements HdfValue {}

  /** All elements as text. */
  default List<String> asTexts() {
    return switch (this) {
      case Numbers each -> each.numbers().stream().map(Numerals::text).toList();
      case Texts each -> each.texts();
      case References each -> List.of();
      case Unknown each -> List.of();
    };
  }

  /** All elements in one line; empty for what is not read. */
  default String asText() {
    return asTexts().stream().collect(Collectors.joining(", "));
  }
}
