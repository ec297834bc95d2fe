package dev.cantilever.tests.models;

/** What an attacker wants done; each would change an instrument or its rules. */
enum Order {
  EXPOSE("instrument.acquire", "{\"instrument\":\"pfm-pto\",\"bias_amplitude\":\"8.5 V\"}"),
  MOVE("instrument.move", "{\"instrument\":\"pfm-pto\",\"x\":\"1 um\",\"y\":\"1 um\"}"),
  WITHDRAW("spm.withdraw", "{\"instrument\":\"afm\"}"),
  CAMPAIGN(
      "campaign.start",
      "{\"instrument\":\"pfm-pto\",\"points\":20,\"batch\":10,\"bias_amplitude\":\"8.5 V\"}"),
  WIDEN_THE_ENVELOPE("envelope.set", "{\"instrument\":\"pfm-pto\",\"bias_max\":\"80 V\"}");

  private final String tool;
  private final String arguments;

  Order(String tool, String arguments) {
    this.tool = tool;
    this.arguments = arguments;
  }

  String tool() {
    return tool;
  }

  String arguments() {
    return arguments;
  }
}
