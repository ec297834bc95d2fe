package dev.cantilever.agent.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names under which a server may be asked and from whose pages. A page of somebody else's in a
 * browser of this machine is told by its origin, also where it has a name of its own point here.
 */
public final class AllowedNames {

  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
  private static final Pattern ORIGIN = Pattern.compile("https?://(.{1,300})");
  private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names;

  private AllowedNames(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /** The names of this machine for itself. */
  public static AllowedNames ofThisMachine() {
    return new AllowedNames(Set.copyOf(HERE));
  }

  /**
   * These and some more.
   *
   * @throws IllegalArgumentException where one of them is no name of a host
   */
  public AllowedNames and(List<String> more) {
    Set<String> all = more.stream().map(AllowedNames::plain).collect(Collectors.toSet());
    all.addAll(names);
    return new AllowedNames(all);
  }

  private static String plain(String name) {
    Matcher matcher = HOST.matcher(name);
    if (!matcher.matches() || matcher.group(2) != null) {
      throw new IllegalArgumentException(
          "\"%s\" is no name of a host; write it without port, such as lab.example.org"
              .formatted(name));
    }
    return name.toLowerCase(Locale.ROOT);
  }

  /** Whether a request with this header {@code Host} is meant for this server. */
  public boolean isHost(String header) {
    Matcher matcher = HOST.matcher(header);
    return matcher.matches() && names.contains(matcher.group(1).toLowerCase(Locale.ROOT));
  }

  /** Whether a page of this {@code Origin} may ask; {@code null} is none. */
  public boolean isOrigin(String header) {
    Matcher matcher = ORIGIN.matcher(header.toLowerCase(Locale.ROOT));
    return matcher.matches() && isHost(matcher.group(1));
  }
}
