package dev.cantilever.drivers.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a profile says of one channel: {@code reference}, {@code name = reference}, or {@code name
 * [unit] = reference}; {@code mean} before the reference takes the mean over the sweep.
 *
 * @param name what the instrument calls it; the file's own name where it is left out
 * @param unit of its values; the file's own where it is left out
 * @param mean whether the mean over the sweep is meant
 * @param reference to the numbers
 */
record ChannelText(Optional<String> name, Optional<String> unit, boolean mean, String reference) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?:([^\\[\\]=,\\p{Cntrl}]{1,60}?)\\s*(?:\\[\\s*([^\\[\\]=,\\p{Cntrl}]{1,20}?)\\s*\\])?\\s*=)?"
              + "\\s*(mean\\s+)?([^\\[\\]=,\\p{Cntrl}]{1,200}?)\\s*");

  /** Channels between commas; empty where the text is none. */
  static Optional<List<ChannelText>> parse(String text) {
    List<ChannelText> channels = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = FORM.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      channels.add(
          new ChannelText(
              Optional.ofNullable(matcher.group(1)),
              Optional.ofNullable(matcher.group(2)),
              matcher.group(3) != null,
              matcher.group(4)));
    }
    return Optional.of(List.copyOf(channels));
  }

  /** What these numbers are called. */
  String nameOf(NumberArray numbers) {
    return name.orElseGet(() -> (mean ? "mean " : "") + numbers.name());
  }

  /** The unit of these numbers; 1 where nobody says. */
  String unitOf(NumberArray numbers) {
    return unit.or(numbers::unit).orElse("1");
  }
}
