package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.tools.checkpoint.VerifierKey;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Evidence;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify RUN}. */
@Command(
    name = "verify",
    description =
        "Checks every hash, proof and signature of a run's log; exit code 1 where one does not fit.")
final class VerifyCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Key that you noted down earlier; else the one in the folder keys of the home.")
  private Optional<String> key;

  @Option(
      names = "--checkpoints",
      paramLabel = "FILE",
      description = "Signed checkpoints that you kept; they are held against the log, too.")
  private List<Path> kept = List.of();

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    RunId run = argument.in(place);
    return switch (JournalVerifier.verify(place.place(run), run.value(), evidence(place, run))) {
      case Verification.Intact intact -> {
        screen.say(
            "%s: intact, %d entries, root %s%s"
                .formatted(
                    run,
                    intact.entries(),
                    intact.root(),
                    intact.sealed() ? ", sealed" : ", not sealed yet"));
        screen.say(intact.signed().map(VerifyCommand::words).orElse("not signed"));
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

  private static String words(Verification.Signed signed) {
    return "signed by %s: checkpoints %d, the last over %d entries at %s"
        .formatted(signed.keyId(), signed.checkpoints(), signed.size(), signed.time());
  }

  private Optional<Evidence> evidence(Home place, RunId run) {
    for (Path file : kept) {
      if (!Files.isReadable(file)) {
        throw new ConfigurationProblem("there is no file %s to read".formatted(file));
      }
    }
    Optional<Evidence> here = place.evidence(run);
    if (key.isEmpty() && here.isEmpty() && !kept.isEmpty()) {
      throw new ConfigurationProblem("checkpoints need the key that signed them; give it as --key");
    }
    List<Path> files = new ArrayList<>(here.map(Evidence::files).orElse(List.of()));
    files.addAll(kept);
    return key.map(VerifyCommand::parsed)
        .or(() -> here.map(Evidence::key))
        .map(verifier -> new Evidence(verifier, files));
  }

  private static VerifierKey parsed(String line) {
    try {
      return VerifierKey.parse(line);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigurationProblem("--key is no key: " + wrong.getMessage());
    }
  }
}
