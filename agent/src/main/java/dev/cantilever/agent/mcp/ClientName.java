package dev.cantilever.agent.mcp;

/** What a client calls itself: anybody's word, kept short and printable. */
public final class ClientName {

  private static final int LONGEST = 60;

  private ClientName() {}

  /** For the journal, for example {@code mcp/some-host 1.2}. */
  public static String of(String name, String version) {
    String plain = printable(name);
    return "mcp/" + (plain.isBlank() ? "unnamed" : (plain + " " + printable(version)).strip());
  }

  private static String printable(String text) {
    String known = text == null ? "" : text.substring(0, Math.min(LONGEST, text.length()));
    return known.replaceAll("[^A-Za-z0-9 ._/+-]", "?").strip();
  }
}
