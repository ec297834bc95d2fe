package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.LeaseState;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lease give|list|end}. */
@Command(
    name = "lease",
    description = "Bounds inside which plans run unasked where autonomy is autonomous.")
final class LeaseCommand {

  @Command(name = "give", description = "Lets plans inside these bounds run without a question.")
  int give(
      @Mixin HomeOption home,
      @Option(names = "--instrument", required = true, description = "May be given again.")
          List<String> instruments,
      @Option(
              names = "--most",
              defaultValue = "MOVE",
              description = "The gravest effect: ${COMPLETION-CANDIDATES}.")
          Effect most,
      @Option(names = "--time", required = true, description = "Instrument time, e.g. \"1 h\".")
          String time,
      @Option(names = "--exposure", defaultValue = "0 s", description = "Exposure time.")
          String exposure,
      @Option(names = "--loops", defaultValue = "0", description = "Hysteresis loops.") long loops,
      @Option(
              names = "--impulse",
              defaultValue = "0 V*s",
              description = "Bias times its duration, e.g. \"2 V*s\".")
          String impulse,
      @Option(names = "--for", required = true, description = "How long it holds, e.g. \"8 h\".")
          String holdsFor) {
    Lease bounds =
        new Lease(
            instruments.stream().map(InstrumentId::new).toList(),
            most,
            new Lease.Allowance(span(time), span(exposure), loops, impulse(impulse)),
            span(holdsFor));
    Installation installation = home.installation();
    LeaseId lease =
        new House(installation.home())
            .give(bounds, Installation.person(Actor.Channel.COMMAND_LINE));
    new Screen(System.out, System.err)
        .say(
            "%s is given. %s"
                .formatted(lease, AutonomyCommand.inWords(installation.home().autonomy())));
    return ExitCode.OK;
  }

  @Command(name = "list", description = "Lists all leases and what is left of them.")
  int list(@Mixin HomeOption home) {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    place.find(Home.DESK).stream()
        .flatMap(desk -> desk.desk().leases().stream())
        .forEach(lease -> screen.say(line(lease, place)));
    return ExitCode.OK;
  }

  private static String line(LeaseState lease, Home place) {
    return "%s  %s  %s, %s on %s; left: %s, %s of exposure, %d loops, %s of bias"
        .formatted(
            lease.lease(),
            lease.holds(place.now()) ? "holds until " + lease.ends() : "ended",
            lease.by().id(),
            lease.bounds().most().name().toLowerCase(Locale.ROOT),
            String.join(
                ", ", lease.bounds().instruments().stream().map(InstrumentId::value).toList()),
            lease.left().time(),
            lease.left().exposure(),
            lease.left().loops(),
            lease.left().impulse());
  }

  @Command(name = "end", description = "Ends a lease at once.")
  int end(
      @Mixin HomeOption home,
      @Parameters(paramLabel = "LEASE", description = "For example lease-1.") String name) {
    Screen screen = new Screen(System.out, System.err);
    boolean ended =
        LeaseId.FORM.matcher(name).matches()
            && new House(home.installation().home())
                .end(new LeaseId(name), Installation.person(Actor.Channel.COMMAND_LINE));
    screen.say(ended ? name + " has ended." : "there is no " + name + "; lease list lists all");
    return ended ? ExitCode.OK : ExitCode.REFUSED;
  }

  private static Impulse impulse(String text) {
    if (QuantityLiteral.parse(text, QuantityKind.IMPULSE) instanceof QuantityLiteral.Read read) {
      return (Impulse) read.quantity();
    }
    throw new ConfigurationProblem(
        "\"%s\" is no impulse; write for example \"2 V*s\"".formatted(text));
  }

  private static TimeSpan span(String text) {
    if (QuantityLiteral.parse(text, QuantityKind.TIME) instanceof QuantityLiteral.Read read) {
      return (TimeSpan) read.quantity();
    }
    throw new ConfigurationProblem("\"%s\" is no time; write for example \"1 h\"".formatted(text));
  }
}
