package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code call TOOL 'JSON'}. */
@Command(
    name = "call",
    description = {
      "Calls one tool that acts on no instrument; the result is JSON.",
      "What moves or exposes something needs an approved plan: use ask."
    })
final class CallCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(index = "0", paramLabel = "TOOL", description = "Name of the tool; see tools.")
  private String tool;

  @Parameters(
      index = "1",
      paramLabel = "JSON",
      defaultValue = "{}",
      description = "Arguments as one JSON object.")
  private String arguments;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    try (Desk desk = home.installation().desk()) {
      return switch (desk.call(person(), tool, arguments)) {
        case Answer.Settled settled -> {
          screen.json(StrictJson.ours(settled.result().canonical()));
          yield ExitCode.OK;
        }
        case Answer.Refused refused -> {
          screen.refusal(refused.problems());
          yield ExitCode.REFUSED;
        }
        case Answer.Failed failed -> {
          screen.refusal(failed.problems());
          yield ExitCode.REFUSED;
        }
      };
    }
  }

  private static Actor person() {
    return Installation.person(Actor.Channel.COMMAND_LINE);
  }
}
