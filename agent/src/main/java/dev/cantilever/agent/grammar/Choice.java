package dev.cantilever.agent.grammar;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which instrument is meant. */
sealed interface Choice {

  /**
   * This one.
   *
   * @param why for people
   */
  record Chosen(String name, String why, Set<String> verbs) implements Choice {}

  /** It must be asked. */
  record Open(String question) implements Choice {}

  /** There is none, or the one that is meant cannot do it. */
  record None(String because) implements Choice {}

  /**
   * The one that was named, else the one that was meant before, else the only one that can.
   *
   * @param named empty where none was
   * @param before empty where there was none
   * @param needed verbs that it must offer
   */
  static Choice of(Instruments instruments, String named, String before, Set<String> needed) {
    if (!named.isEmpty()) {
      Set<String> verbs = instruments.verbs(named);
      List<String> lacking = needed.stream().filter(verb -> !verbs.contains(verb)).toList();
      return lacking.isEmpty()
          ? new Chosen(named, "", verbs)
          : new None(
              "%s does not offer %s; it offers %s."
                  .formatted(
                      named,
                      String.join(", ", lacking),
                      verbs.isEmpty() ? "no single verbs" : String.join(", ", verbs)));
    }
    Predicate<String> able = name -> instruments.verbs(name).containsAll(needed);
    if (!before.isEmpty() && able.test(before)) {
      return new Chosen(before, " (as before)", instruments.verbs(before));
    }
    List<String> fit = instruments.names().stream().filter(able).toList();
    return switch (fit.size()) {
      case 0 -> new None("No instrument here offers %s.".formatted(String.join(" and ", needed)));
      case 1 ->
          new Chosen(
              fit.getFirst(),
              " (assumed: the only one that can)",
              instruments.verbs(fit.getFirst()));
      default -> new Open("On which instrument: %s?".formatted(String.join(" or ", fit)));
    };
  }
}
