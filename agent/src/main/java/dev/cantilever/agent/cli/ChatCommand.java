package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.vocabulary.event.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chat}: a prompt with history. */
@Command(
    name = "chat",
    description = {
      "A prompt: one sentence after the other; \"help\" says what can be said, \"bye\" ends it.",
      "It remembers the plan that it showed: \"make it 128 pixels\", \"no, 1 µm\", \"again\"."
    })
final class ChatCommand implements Callable<Integer> {

  private static final Set<String> FAREWELLS = Set.of("bye", "exit", "quit");

  @Mixin private HomeOption home;
  @Mixin private TalkOptions talk;

  @Override
  public Integer call() {
    Installation installation = home.installation();
    Screen screen = new Screen(System.out, System.err);
    Outcome last = Outcome.withoutRun("answered", 0);
    try (Terminal terminal = TerminalBuilder.builder().dumb(true).build();
        Desk desk = installation.desk()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .variable(
                  LineReader.HISTORY_FILE,
                  installation.home().instruments().resolveSibling("chat-history"))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      Experiment experiment =
          new Experiment(
              installation,
              home.inCommands(),
              Planners.named(talk.planner, System.getenv(), screen::draft),
              Installation.person(Actor.Channel.CHAT),
              screen,
              new Consent(
                  talk.yes,
                  () ->
                      talk.yes
                          || reader
                              .readLine("Approve this plan? Type yes: ")
                              .strip()
                              .equals("yes")));
      Conversation conversation = experiment.conversation(desk, talk.seed);
      screen.say("Say what should be measured; \"help\" shows what can be said, \"bye\" ends.");
      screen.say(AutonomyCommand.inWords(installation.home().autonomy()));
      for (String line = next(reader); !FAREWELLS.contains(line.strip()); line = next(reader)) {
        last = experiment.say(conversation, line);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the terminal cannot be used", failure);
    }
    if (talk.json) {
      screen.outcome(last);
    }
    return ExitCode.OK;
  }

  private static String next(LineReader reader) {
    try {
      return reader.readLine("> ");
    } catch (EndOfFileException | UserInterruptException end) {
      return "bye";
    }
  }
}
