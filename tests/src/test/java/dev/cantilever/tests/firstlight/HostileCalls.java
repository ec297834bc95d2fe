package dev.cantilever.tests.firstlight;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tools.tool.Catalogue;
import java.util.List;

/** Calls as a confused or malicious planner would write them: legal ones, broken and bent. */
final class HostileCalls {

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "1e-7",
          "1e-6",
          "2e-6",
          "2.0000001e-6",
          "-1e-30",
          "1e308",
          "1e400",
          "-1e400",
          "NaN",
          "Infinity",
          "\"NaN\"",
          "\"Infinity\"",
          "null",
          "true",
          "\"1\"",
          "[]",
          "{}",
          "0x10",
          "01",
          "1.",
          "+1",
          "1e",
          "9007199254740993",
          "4.9e-324",
          "\"1 µm\"",
          "\"1 um\"",
          "\"500 nm\"",
          "\"12 V\"",
          "\"8.5 V\"",
          "\"-8.5 V\"",
          "\"8.5\"",
          "\"NaN V\"",
          "\"8,5 V\"",
          "\"8.5 kV\"",
          "\"8.5 v\"",
          "\"1e999 V\"",
          "\"3 bananas\"",
          "\"\"",
          "{\"value\":1,\"unit\":\"µm\"}",
          "{\"value\":\"NaN\",\"unit\":\"V\"}",
          "{\"value\":8.5,\"unit\":\"V\",\"x\":1}",
          "{\"value\":1e400,\"unit\":\"m\"}",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\u202e V 5.8\"",
          "\"../../etc/passwd\"",
          "\"'; DROP TABLE entry;--\"");

  private static final List<String> GARBAGE =
      List.of(
          "",
          " ",
          "{",
          "}",
          "[",
          "null",
          "\"",
          "{\"a\":1}{\"b\":2}",
          "{\"a\":1,}",
          "{a:1}",
          "{'a':1}",
          "// {}",
          "{\"instrument\":\"pfm-pto\",\"instrument\":\"other\"}",
          "[".repeat(5_000),
          "{\"a\":".repeat(2_000),
          "\ufeff{}",
          "{}\u0000",
          "\ud800");

  private final RandomStream random;
  private final Catalogue catalogue;

  HostileCalls(long seed, Catalogue catalogue) {
    this.random = RandomStream.of(seed, "hostile-calls");
    this.catalogue = catalogue;
  }

  record Call(String tool, String arguments) {}

  /** Campaigns are left out: a legal one would run for seconds. */
  Call next() {
    return switch (random.nextInt(10)) {
      case 0 -> new Call(tool(), pick(GARBAGE));
      case 1 ->
          new Call(
              pick(List.of("", "instrument.fire", "INSTRUMENT.MOVE", "x".repeat(9_000), "\u202e")),
              "{}");
      case 2, 3 -> new Call(tool(), bent(example()));
      case 4, 5, 6 -> new Call("instrument.move", move());
      case 7, 8 -> new Call("instrument.acquire", acquire());
      default -> new Call(tool(), fields());
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String tool() {
    String name = pick(catalogue.entries()).tool().card().name();
    return name.equals("campaign.start") ? "instrument.acquire" : name;
  }

  private String example() {
    return pick(catalogue.entries()).tool().card().example();
  }

  private String move() {
    return "{\"instrument\":\"%s\",\"x\":%s,\"y\":%s%s}"
        .formatted(
            instrument(),
            pick(NUMBERS),
            pick(NUMBERS),
            random.nextInt(3) == 0 ? ",\"speed\":" + pick(NUMBERS) : "");
  }

  private String acquire() {
    return "{\"instrument\":\"%s\",\"bias_amplitude\":%s%s}"
        .formatted(
            instrument(),
            pick(NUMBERS),
            random.nextInt(3) == 0 ? ",\"steps\":" + pick(NUMBERS) : "");
  }

  private String instrument() {
    return random.nextInt(8) == 0
        ? pick(List.of("", "other", "..", "pfm-pto ", "PFM-PTO"))
        : "pfm-pto";
  }

  private String fields() {
    StringBuilder object = new StringBuilder("{");
    List<String> names =
        List.of(
            "instrument",
            "x",
            "y",
            "run",
            "model",
            "at",
            "observations",
            "reward",
            "blob",
            "terms",
            "unknown");
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      object
          .append(i == 0 ? "" : ",")
          .append('"')
          .append(pick(names))
          .append("\":")
          .append(pick(NUMBERS));
    }
    return object.append('}').toString();
  }

  /** One character taken out, doubled or exchanged. */
  private String bent(String text) {
    int place = random.nextInt(text.length());
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, place) + text.substring(place + 1);
      case 1 -> text.substring(0, place) + text.charAt(place) + text.substring(place);
      default ->
          text.substring(0, place) + (char) random.nextInt(0x10000) + text.substring(place + 1);
    };
  }
}
