package dev.cantilever.agent.cli;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.vocabulary.id.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code verify RUN}. */
@Command(
    name = "verify",
    description = "Checks every hash and proof of a run's log; exit code 1 where one does not fit.")
final class VerifyCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    RunId run = argument.in(place);
    return switch (JournalVerifier.verify(place.journal(run), run.value())) {
      case Verification.Intact intact -> {
        screen.say(
            "%s: intact, %d entries, root %s%s"
                .formatted(
                    run,
                    intact.entries(),
                    intact.root(),
                    intact.sealed() ? ", sealed" : ", not sealed yet"));
        yield ExitCode.OK;
      }
      case Verification.Broken broken -> {
        broken
            .findings()
            .forEach(finding -> screen.say("%s: %s".formatted(finding.where(), finding.what())));
        screen.say(
            "%s: NOT as it was written, %d findings".formatted(run, broken.findings().size()));
        yield ExitCode.FAILED;
      }
    };
  }
}
