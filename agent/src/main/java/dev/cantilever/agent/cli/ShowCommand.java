package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.report.RunText;
import dev.cantilever.tools.review.CallRow;
import dev.cantilever.tools.review.Reviewed;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.id.RunId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code show RUN}. */
@Command(name = "show", description = "What happened in a run, step by step.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Option(
      names = "--calls",
      paramLabel = "FILTER",
      description = {
        "Only its calls that pass, one a line: words such as \"tool:raman.* is:changing",
        "after:10:00\"; an empty one lets all pass."
      })
  private Optional<String> filter = Optional.empty();

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    Home place = installation.home();
    RunId run = argument.in(place);
    if (filter.isPresent()) {
      calls(installation, run, screen);
      return ExitCode.OK;
    }
    try (RunLog log = place.read(run)) {
      RunText.lines(run, log.state()).forEach(screen::say);
    }
    return ExitCode.OK;
  }

  private void calls(Installation installation, RunId run, Screen screen) {
    Predicate<Reviewed.Found> wanted =
        Reviewed.WORDS
            .of(filter.orElseThrow())
            .orElseThrow(() -> new ConfigurationProblem(Reviewed.WORDS.objection()));
    Reviewed reviewed = new Reviewed(installation.calls().catalogue());
    try (Tail tail = installation.home().tail(run)) {
      reviewed.readOn(tail);
    }
    reviewed.calls().filter(wanted).map(ShowCommand::line).forEach(screen::say);
  }

  private static String line(Reviewed.Found found) {
    CallRow row = found.row();
    return "%-9s %s  %s  %s  %s %s  %s"
        .formatted(
            row.call(),
            row.proposed().at(),
            row.actor().getOrDefault("id", ""),
            row.tool(),
            row.state(),
            row.effect().map(effect -> effect.name().toLowerCase(Locale.ROOT)).orElse("no effect"),
            row.rule().or(row::problem).orElse(""));
  }
}
