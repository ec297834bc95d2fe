package dev.cantilever.agent.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.DeskEvent.ForeignToolAllowed;
import dev.cantilever.vocabulary.event.ForeignUse;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server by the official Python package, where there is a Python with it: CANTILEVER_READERS
 * names it; {@code .ci/run} installs one.
 */
class FastTest {

  private static final Actor PERSON = Installation.person(Actor.Channel.COMMAND_LINE);

  @TempDir private Path home;

  private static String python() throws Exception {
    String python = System.getenv("CANTILEVER_READERS");
    if (python == null
        || new ProcessBuilder(python, "-c", "import mcp.server")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            != 0) {
      System.out.println("foreign: no server of Python's was asked; CANTILEVER_READERS has no mcp");
      abort("no Python with mcp");
    }
    return python;
  }

  @Test
  void itsToolsAreAllowedAndCalled() throws Exception {
    try (InputStream script = FastTest.class.getResourceAsStream("/foreign/fast.py")) {
      Files.copy(script, home.resolve("fast.py"));
    }
    Files.writeString(
        home.resolve(ServersFile.NAME),
        "servers: [{name: crystals, command: '%s', arguments: [fast.py], seconds: 60}]"
            .formatted(python()));
    Installation installation = Installation.at(Optional.of(home), Map.of());
    ForeignServer server = ServersFile.in(home).find("crystals").orElseThrow();
    for (Optional<Descriptor> tool :
        ((ForeignServers.Look.Seen) new ForeignServers(home, "1").look(server)).tools()) {
      assertThat(tool.orElseThrow().objections("crystals")).isEmpty();
      new House(installation.home())
          .allow(
              new ForeignToolAllowed(
                  "crystals",
                  server.fingerprint(),
                  tool.get().name(),
                  ForeignUse.READS,
                  tool.get().json()),
              PERSON);
    }
    try (Desk desk = installation.desk()) {
      assertThat(said(desk, "cell", "{\"formula\":\"PbTiO3\",\"scale\":2}"))
          .contains("\"data\":{\"formula\":\"PbTiO3\",\"volume\":125}", "untrusted");
      assertThat(said(desk, "cell", "{\"formula\":3}")).contains("ARG_TYPE");
      assertThat(said(desk, "known", "{\"first\":[\"PbTiO3\",\"NaCl\"]}"))
          .contains("\"data\":{\"result\":[\"PbTiO3\"]}");
      assertThat(said(desk, "breaks", "{}"))
          .contains("it says that it failed")
          .doesNotContain("secret");
    }
  }

  private static String said(Desk desk, String tool, String arguments) {
    return switch (desk.call(PERSON, "foreign.crystals." + tool, arguments)) {
      case Answer.Settled settled -> settled.result().canonical();
      case Answer.Refused refused -> refused.problems().toString();
      case Answer.Failed failed -> failed.problems().toString();
    };
  }
}
