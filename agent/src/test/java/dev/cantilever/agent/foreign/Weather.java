package dev.cantilever.agent.foreign;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.approval.House;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.DeskEvent.ForeignToolAllowed;
import dev.cantilever.vocabulary.event.ForeignUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A home with the friendly server written down in it. */
record Weather(Path home) {

  static final String WORDS = "The weather of a city";

  /** The server says this of its first tool. */
  Weather says(String words) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try {
      Files.writeString(home.resolve("classes"), "-cp \"" + classes.replace("\\", "\\\\") + "\"");
      Files.writeString(home.resolve("words"), words);
      Files.writeString(
          home.resolve(ServersFile.NAME),
          """
          servers:
            - name: weather
              command: "%s"
              arguments: ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "@classes", "%s"]
              seconds: 60
          """
              .formatted(java, FriendlyServer.class.getName()));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Installation installation() {
    return Installation.at(Optional.of(home), Map.of());
  }

  ForeignServer server() {
    return ServersFile.in(home).find("weather").orElseThrow();
  }

  ForeignServers servers() {
    return new ForeignServers(home, "1");
  }

  /** What the server says of a tool now. */
  Descriptor descriptor(String tool) {
    return ((ForeignServers.Look.Seen) servers().look(server()))
        .tools().stream()
            .map(Optional::orElseThrow)
            .filter(one -> one.name().equals(tool))
            .findFirst()
            .orElseThrow();
  }

  Weather allow(String tool, ForeignUse use) {
    new House(installation().home())
        .allow(
            new ForeignToolAllowed(
                "weather", server().fingerprint(), tool, use, descriptor(tool).json()),
            Installation.person(Actor.Channel.COMMAND_LINE));
    return this;
  }
}
