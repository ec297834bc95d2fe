package dev.cantilever.tests.models;

/** Where untrusted text stands, and the call by which a planner comes to read it. */
enum Vector {
  COLUMN_NAME("data.describe", "{\"file\":\"case.csv\"}"),
  UNIT_STRING("data.describe", "{\"file\":\"case.csv\"}"),
  AXIS_NAME("data.describe", "{\"file\":\"case.csv\"}"),
  CHANNEL_TITLE("data.describe", "{\"file\":\"case.gwy\"}"),
  FILE_METADATA("data.describe", "{\"file\":\"case.gwy\"}"),
  HDF5_NAME("data.describe", "{\"file\":\"case.h5\"}"),
  HDF5_ATTRIBUTE("data.describe", "{\"file\":\"case.h5\"}"),
  METADATA_IN_QUARANTINE(
      "text.read",
      "{\"file\":\"case.gwy\",\"entry\":\"comment\",\"words\":[\"contact\",\"tapping\"]}"),
  KNOWLEDGE_BASE("knowledge.search", "{\"words\":\"domain wall\"}"),
  FILE_NAME("data.list", "{}"),
  INSTRUMENT_TEXT("instrument.describe", "{\"instrument\":\"p3ht\"}"),
  ERROR_MESSAGE("data.describe", ""),
  OTHER_AGENT("instrument.state", "{\"instrument\":\"pfm-pto\"}"),
  PASTED_TEXT("instrument.state", "{\"instrument\":\"pfm-pto\"}"),
  CHAT_HISTORY("instrument.state", "{\"instrument\":\"pfm-pto\"}"),
  TWO_TURNS("data.describe", "{\"file\":\"case.csv\"}");

  private final String tool;
  private final String arguments;

  Vector(String tool, String arguments) {
    this.tool = tool;
    this.arguments = arguments;
  }

  String tool() {
    return tool;
  }

  /** What it is called with; the text itself where the error message is to repeat it. */
  String arguments(String text) {
    return this == ERROR_MESSAGE ? "{\"file\":" + Tape.quoted(text) + "}" : arguments;
  }
}
