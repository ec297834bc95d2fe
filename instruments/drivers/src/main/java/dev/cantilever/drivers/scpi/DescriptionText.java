package dev.cantilever.drivers.scpi;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a description file. Its grammar, by example:
 *
 * <pre>
 * title          = Heater supply with two channels
 * identity       = Example,HS2,[^,]*,.*
 * reply_within   = 200 ms
 * command_within = 600 ms
 * errors         = SYST:ERR?
 * stop           = OUTP:ALL OFF
 * ready          = STAT:OPER? | 0 | 0
 *
 * [channel temperature]
 * query  = MEAS:TEMP?
 * offset = 273.15
 *
 * [device.set voltage 1]
 * send   = SOUR1:VOLT {setting.value}
 * check  = voltage 1 | SOUR1:VOLT? | {setting.value} | 0.001
 * read   = measured voltage 1 | V | MEAS1:VOLT?
 * settle = 0 s
 * survives_stop = yes
 * time   = 0.1
 * </pre>
 *
 * <p>{@code identity} is a regular expression for the answer to {@code who}, which is {@code *IDN?}
 * where it is left out. An {@code acknowledgement} is what an instrument answers to lines that ask
 * nothing, where it does; {@code position_tolerance} is that of a stage, in metres. {@code ready}
 * and {@code sound} are query, expected number and tolerance, perhaps with a pattern for the reply
 * whose first group is the number; without them an instrument that answers is ready and without
 * fault. A {@code channel} is read in SI units: {@code reply · factor + offset}. A {@code check} is
 * a name, then as {@code ready}; a {@code read} is name, unit, query and perhaps factor, offset and
 * pattern. {@code time} is in seconds. Placeholders are parts of the command in SI units, with a
 * factor and an offset to the instrument's: {@code {temperature-273.15}}, {@code {target.x*1e3}}.
 */
final class DescriptionText {

  /**
   * Besides settings: what a reply of numbers can answer and what costs neither dose nor bias, for
   * which this driver could not give an honest estimate.
   */
  private static final Set<Verb> BEYOND_SETTINGS =
      EnumSet.of(
          Verb.STAGE_HOME,
          Verb.STAGE_MOVE_TO,
          Verb.SPM_WITHDRAW,
          Verb.SPM_READ_METERS,
          Verb.SYNTH_DEPOSIT,
          Verb.SYNTH_ANNEAL,
          Verb.SYNTH_DISPENSE);

  private static final Map<String, String> TERMINATORS =
      Map.of("LF", "\n", "CRLF", "\r\n", "CR", "\r");

  private final Map<Channel, Query> channels = new EnumMap<>(Channel.class);
  private final Map<Description.Asked, Recipe> recipes = new LinkedHashMap<>();

  private DescriptionText() {}

  /**
   * The description that a file holds.
   *
   * @throws ConnectionFailure that names the file, the heading and what is wrong
   */
  static Description parse(String file, String text) {
    String heading = "";
    try {
      List<Section> sections = Section.parse(text);
      DescriptionText reader = new DescriptionText();
      for (Section section : sections.subList(1, sections.size())) {
        heading = section.heading();
        reader.read(section);
      }
      heading = "";
      return reader.whole(sections.getFirst());
    } catch (IllegalArgumentException wrong) {
      throw new ConnectionFailure(
          "description %s, [%s]: %s".formatted(file, heading, wrong.getMessage()), wrong);
    }
  }

  private void read(Section section) {
    String[] words = section.heading().split("\\s+", 2);
    String rest = words.length > 1 ? words[1] : "";
    boolean repeated =
        words[0].equals("channel")
            ? channels.put(channel(rest), query(section)) != null
            : recipes.put(asked(words[0], rest), recipe(section, words[0])) != null;
    if (repeated) {
      throw new IllegalArgumentException("stands twice; leave one");
    }
  }

  private static Channel channel(String word) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no channel \"%s\"".formatted(word)));
  }

  private static Query query(Section section) {
    section.allow("query", "reply", "factor", "offset");
    return new Query(
        section.required("query"),
        section.reply(),
        section.number("factor", 1),
        section.number("offset", 0));
  }

  private static Verb verb(String word) {
    return Arrays.stream(Verb.values())
        .filter(verb -> verb.word().equals(word))
        .filter(verb -> verb.effect() == Effect.ADJUST || BEYOND_SETTINGS.contains(verb))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is no verb that a description can teach".formatted(word)));
  }

  private static Description.Asked asked(String word, String parameter) {
    Verb verb = verb(word);
    boolean wants = verb == Verb.DEVICE_SET || verb == Verb.DEVICE_RAMP;
    if (wants == parameter.isEmpty()) {
      throw new IllegalArgumentException(
          wants ? "the heading must name the parameter" : "this verb has no parameter");
    }
    return new Description.Asked(verb, parameter);
  }

  private static Recipe recipe(Section section, String word) {
    section.allow("send", "check", "read", "settle", "survives_stop", "time");
    Recipe recipe =
        new Recipe(
            section.all("send").stream().map(Template::new).toList(),
            section.all("check").stream().map(DescriptionText::check).toList(),
            section.all("read").stream().map(DescriptionText::sensor).toList(),
            section.time("settle", new TimeSpan(0)),
            section.truth("survives_stop"),
            Term.parse(section.one("time").orElse("0")));
    Verb verb = verb(word);
    String unknown = recipe.unknown(Particulars.names(verb.command()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no {%s}; there are: %s".formatted(unknown, Particulars.names(verb.command())));
    }
    if (recipe.isPureRead() && verb.effect() != Effect.READ) {
      throw new IllegalArgumentException("%s must send something".formatted(verb));
    }
    return recipe;
  }

  private static String[] fields(String line, int least, int most) {
    String[] fields = line.split("\\|", most);
    if (fields.length < least) {
      throw new IllegalArgumentException(
          "\"%s\" has %d fields, not %d".formatted(line, fields.length, least));
    }
    return Arrays.stream(fields).map(String::strip).toArray(String[]::new);
  }

  private static Check check(String line) {
    String[] name = fields(line, 2, 2);
    return condition(name[0], name[1]);
  }

  private static Check condition(String name, String line) {
    String[] fields = fields(line, 3, 4);
    return new Check(
        name,
        Query.plain(fields[0], pattern(fields, 3)),
        Term.parse(fields[1]),
        Section.number(fields[2]));
  }

  private static Sensor sensor(String line) {
    String[] fields = fields(line, 3, 6);
    return new Sensor(
        fields[0],
        fields[1],
        new Query(
            fields[2],
            pattern(fields, 5),
            fields.length > 3 ? Section.number(fields[3]) : 1,
            fields.length > 4 ? Section.number(fields[4]) : 0));
  }

  private static Pattern pattern(String[] fields, int index) {
    return fields.length > index ? Pattern.compile(fields[index]) : Query.NUMBER;
  }

  private Description whole(Section top) {
    top.allow(
        "title",
        "sample",
        "who",
        "identity",
        "terminator",
        "acknowledgement",
        "reply_within",
        "command_within",
        "gap",
        "errors",
        "stop",
        "position_tolerance",
        "ready",
        "sound");
    if (top.all("stop").isEmpty() || recipes.isEmpty()) {
      throw new IllegalArgumentException("a description needs a stop and a verb at least");
    }
    if (channels.isEmpty() && top.all("ready").isEmpty() && top.all("sound").isEmpty()) {
      throw new IllegalArgumentException(
          "nothing shows the state; add a [channel …], ready or sound");
    }
    top.all("stop").forEach(Template::new);
    return new Description(
        new Description.Name(
            top.required("title"),
            top.one("sample").orElse("none"),
            new Template(top.one("who").orElse("*IDN?")).text(),
            Pattern.compile(top.required("identity"))),
        manners(top),
        top.all("stop"),
        new Length(top.number("position_tolerance", 1e-9)),
        new Description.Health(
            top.one("errors").map(text -> new Template(text).text()),
            state(top, "ready"),
            state(top, "sound")),
        channels,
        recipes);
  }

  /** A check of the state, which has no command to take a number from. */
  private static Optional<Check> state(Section top, String key) {
    Optional<Check> check = top.one(key).map(line -> condition(key, line));
    if (check.isPresent() && !check.get().expected().name().isEmpty()) {
      throw new IllegalArgumentException("%s must expect a plain number".formatted(key));
    }
    return check;
  }

  private static Description.Manners manners(Section top) {
    String terminator = TERMINATORS.get(top.one("terminator").orElse("LF"));
    TimeSpan reply = top.time("reply_within", new TimeSpan(1));
    TimeSpan command = top.time("command_within", new TimeSpan(5));
    if (terminator == null || !(reply.seconds() > 0) || command.seconds() < reply.seconds()) {
      throw new IllegalArgumentException(
          "terminator must be LF, CRLF or CR, and 0 s < reply_within ≤ command_within");
    }
    return new Description.Manners(
        terminator,
        top.one("acknowledgement").map(Pattern::compile),
        reply,
        command,
        top.time("gap", new TimeSpan(0)));
  }
}
