package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.plan.CannotResume;
import dev.cantilever.tools.plan.NotApproved;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.tools.schema.Legible;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: all verbs. */
@Command(
    name = "cantilever",
    mixinStandardHelpOptions = true,
    version = Installation.SOFTWARE,
    description = "Autonomous microscopy: a sentence in, an experiment out, every step on record.",
    subcommands = {
      DemoCommand.class,
      AskCommand.class,
      ChatCommand.class,
      ToolsCommand.class,
      CallCommand.class,
      PlanCommand.class,
      AnswerCommand.class,
      ApprovalsCommand.class,
      ApproveCommand.class,
      DenyCommand.class,
      AutonomyCommand.class,
      LeaseCommand.class,
      LookCommand.class,
      StopCommand.class,
      PauseCommand.class,
      ContinueCommand.class,
      ResetCommand.class,
      NodeCommand.class,
      McpCommand.class,
      ForeignCommand.class,
      ServeCommand.class,
      TokenCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      ReportCommand.class,
      VerifyCommand.class,
      WhyCommand.class,
      ReplayCommand.class,
      ExportCommand.class,
      ResumeCommand.class
    })
public final class Main {

  private Main() {}

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one verb; yields its exit code. */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.getSubcommands()
        .values()
        .forEach(verb -> verb.getCommandSpec().mixinStandardHelpOptions(true));
    line.setExecutionExceptionHandler((failure, verb, parsed) -> explained(failure));
    return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
  }

  /** What a person can do something about is one line; everything else is a defect of ours. */
  private static int explained(Exception failure) throws Exception {
    return switch (failure) {
      case ConfigurationProblem problem -> said(problem.getMessage(), ExitCode.USAGE);
      case NotApproved problem -> said(problem.getMessage(), ExitCode.REFUSED);
      case CannotResume problem -> said(problem.getMessage(), ExitCode.REFUSED);
      case ConnectionFailure problem -> said(problem.getMessage(), ExitCode.REFUSED);
      case JournalFailure problem -> said(problem.getMessage(), ExitCode.FAILED);
      case EventCodec.UnreadableEvent problem ->
          said(
              "this journal was written by another version and cannot be read by this one (%s);"
                      .formatted(problem.getMessage())
                  + " read it with the version that wrote it",
              ExitCode.FAILED);
      case UncheckedIOException problem ->
          said(problem.getMessage() + ": " + problem.getCause().getMessage(), ExitCode.FAILED);
      default -> throw failure;
    };
  }

  private static int said(String message, int code) {
    System.err.println("cantilever: " + Legible.of(message));
    return code;
  }
}
