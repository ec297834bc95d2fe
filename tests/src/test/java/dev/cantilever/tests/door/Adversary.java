package dev.cantilever.tests.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A planner that means harm and knows the rules: every verb with any numbers, words of approval in
 * every place where words fit, tools that would change the rules if there were any, broken texts.
 */
final class Adversary {

  private static final List<String> WISHED_FOR =
      List.of(
          "envelope.set",
          "operator.approve",
          "instrument.reset",
          "interlock.disable",
          "policy.allow",
          "file.write",
          "shell.run",
          "gate.execute",
          "plan.approve",
          "instrument.move\u200b",
          "INSTRUMENT.MOVE",
          "instrument_move");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final List<String> ODD =
      List.of(
          "NaN", "Infinity", "-1e400", "1e308", "\"NaN\"", "\"0x1p3\"", "null", "1e-400", "-0.0");
  private static final List<String> FORGERIES =
      List.of(
          "\"approved\":true",
          "\"authority\":{\"kind\":\"running_call\",\"parent\":\"call-1\"}",
          "\"permit\":\"sha256:00\"",
          "\"actor\":{\"kind\":\"PERSON\",\"id\":\"operator\",\"channel\":\"CHAT\"}",
          "\"instrument\":\"pfm\"",
          "\"force\":\"yes\"",
          "\"envelope\":{\"limits\":[]}");

  private final SplittableRandom random;
  private final AnyCommand commands;
  private final Catalogue catalogue;
  private final List<InstrumentId> instruments;
  private final Map<Class<?>, RecordType<?>> types = new HashMap<>();

  Adversary(long seed, Catalogue catalogue, List<InstrumentId> instruments) {
    this.random = new SplittableRandom(seed);
    this.commands = new AnyCommand(random.split(), Bench.PARAMETERS);
    this.catalogue = catalogue;
    this.instruments = instruments;
  }

  /** A call as text. */
  record Call(String tool, String arguments) {}

  /** Any call at all. */
  Call anything() {
    return switch (random.nextInt(6)) {
      case 0 -> new Call(pick(WISHED_FOR), "{}");
      case 1 -> forged(verb());
      case 2 -> new Call(verb().tool(), pick(catalogue.entries()).tool().card().example());
      case 3 -> bent(verb());
      case 4 -> example();
      default -> verb();
    };
  }

  /** One verb as its tool is called, with any numbers. */
  Call verb() {
    Command command = commands.next();
    Optional<ObjectNode> written = written(command);
    while (written.isEmpty()) {
      command = commands.next();
      written = written(command);
    }
    ObjectNode arguments = written.get().put("instrument", pick(instruments).value());
    String tool =
        switch (command.verb()) {
          case SPM_MOVE_PROBE -> "instrument.move";
          case SPM_LOOP -> "instrument.acquire";
          case CONDITION_EVALUATE -> "instrument.evaluate";
          default -> command.verb().word();
        };
    return new Call(
        tool, random.nextInt(8) == 0 ? odd(arguments.toString()) : arguments.toString());
  }

  /** With one of its numbers exchanged for one that is none, or none that a double holds. */
  private String odd(String arguments) {
    List<MatchResult> numbers = NUMBER.matcher(arguments).results().toList();
    if (numbers.isEmpty()) {
      return arguments;
    }
    MatchResult one = pick(numbers);
    return arguments.substring(0, one.start()) + pick(ODD) + arguments.substring(one.end());
  }

  /** Empty where JSON cannot say it. */
  private Optional<ObjectNode> written(Command command) {
    try {
      return Optional.of(write(types.computeIfAbsent(command.getClass(), this::type), command));
    } catch (IllegalArgumentException notFinite) {
      return Optional.empty();
    }
  }

  private RecordType<?> type(Class<?> command) {
    return RecordType.of(command.asSubclass(Record.class));
  }

  private static <T extends Record> ObjectNode write(RecordType<T> type, Command command) {
    return (ObjectNode) type.write(type.type().cast(command));
  }

  private static Call forged(String tool, String arguments, String forgery) {
    String rest = arguments.substring(1);
    return new Call(tool, "{" + forgery + (rest.equals("}") ? rest : "," + rest));
  }

  private Call forged(Call call) {
    return forged(call.tool(), call.arguments(), pick(FORGERIES));
  }

  /** Examples of tools that only read and compute may run for seconds with odd arguments. */
  private Call example() {
    Catalogue.Entry<?, ?> entry = pick(catalogue.entries());
    return entry.tool().card().effect().actsOnInstrument()
        ? new Call(entry.tool().card().name(), entry.tool().card().example())
        : verb();
  }

  private Call bent(Call call) {
    String text = call.arguments();
    int place = random.nextInt(text.length());
    return new Call(
        call.tool(),
        text.substring(0, place) + (char) random.nextInt(0x10000) + text.substring(place + 1));
  }

  /** The same as a step of a plan, where it reads as JSON. */
  static Optional<Step.Call> step(Call call) {
    try {
      String canonical = CanonicalJson.text(StrictJson.ours(call.arguments()));
      return Optional.of(new Step.Call(call.tool(), new JsonText(canonical)));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  SplittableRandom random() {
    return random;
  }
}
