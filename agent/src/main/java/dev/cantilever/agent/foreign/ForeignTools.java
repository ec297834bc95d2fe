package dev.cantilever.agent.foreign;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.tool.Tool;
import java.nio.file.Path;
import java.util.List;

/** The tools of foreign servers that persons have allowed in a home. */
public final class ForeignTools {

  private ForeignTools() {}

  /** All of them; none where the home has no file of servers. */
  public static List<Tool<?, ?>> of(Home home, String version) {
    Path folder = home.instruments().getParent();
    if (!ServersFile.existsIn(folder)) {
      return List.of();
    }
    ForeignServers servers = new ForeignServers(folder, version);
    return home.find(Home.DESK).stream()
        .flatMap(desk -> desk.desk().foreignTools().stream())
        .filter(allowed -> isUsable(allowed.server(), new Descriptor(allowed.descriptor())))
        .<Tool<?, ?>>map(allowed -> new ForeignTool(allowed, servers))
        .toList();
  }

  private static boolean isUsable(String server, Descriptor descriptor) {
    return descriptor.objections(server).isEmpty(); // another version may have read more
  }
}
