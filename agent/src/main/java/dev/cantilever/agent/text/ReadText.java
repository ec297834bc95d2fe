package dev.cantilever.agent.text;

import dev.cantilever.agent.quarantine.Finding;
import dev.cantilever.agent.quarantine.Quarantine;
import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.file.content.UnreadableFile;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code text.read}: one value from what a file says about itself. The text stays where it is; what
 * comes back is a number with its unit, one of the words that were asked for, or nothing.
 */
public final class ReadText implements Tool<ReadText.Input, ReadText.Output> {

  /** Where to look, and for what: a kind of number, or words. */
  public record Input(
      @Doc("Name of the file, as data.list gives it.") @Text(maxLength = 120) String file,
      @Doc("Name of the entry of its metadata, or the end of it, for example bias.")
          @Text(maxLength = 120)
          String entry,
      @Doc("Kind of number that is looked for.") Optional<QuantityKind> number,
      @Doc("Words of which one is looked for.")
          @Items(max = 12)
          @Text(maxLength = 60)
          @Default("[]")
          List<String> words) {

    public Input {
      words = List.copyOf(words);
    }
  }

  /**
   * What was found.
   *
   * @param found {@code number}, {@code word}, {@code absent} or {@code several}
   * @param characters how long the text is that was read
   */
  public record Output(
      String found, Optional<String> value, String file, long characters, String trust) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "text.read",
        "One value from the metadata of a file: the only number of a kind, or the only one of some"
            + " given words. The text itself is not given; the value is untrusted.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"file\": \"scan.gwy\", \"entry\": \"bias\", \"number\": \"voltage\"}");
  }

  @Override
  public boolean quotes() {
    return true;
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    if (input.number().isPresent() != input.words().isEmpty()) {
      return failed("give either number or words");
    }
    DataFolder data = context.run().data();
    Optional<Problem> missing = data.missing(input.file());
    if (missing.isPresent()) {
      return ToolResult.failed(EffectHappened.NONE, missing.get());
    }
    try {
      return ToolResult.of(read(input, text(data, input)));
    } catch (UnreadableFile unreadable) {
      return failed("this file cannot be read as any known microscopy format; export it anew");
    }
  }

  private static ToolResult<Output> failed(String reason) {
    return ToolResult.failed(EffectHappened.NONE, Problem.of(ProblemCode.ARG_CONFLICT, reason));
  }

  private static String text(DataFolder data, Input input) {
    String wanted = input.entry().toLowerCase(Locale.ROOT);
    return data.read(input.file()).datasets().stream()
        .flatMap(dataset -> dataset.metadata().entries().entrySet().stream())
        .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).endsWith(wanted))
        .map(Map.Entry::getValue)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static Output read(Input input, String text) {
    Finding finding =
        input
            .number()
            .map(kind -> Quarantine.number(text, kind))
            .orElseGet(() -> Quarantine.word(text, input.words()));
    return switch (finding) {
      case Finding.Amount amount -> output("number", amount.quantity().format(), input, text);
      case Finding.Word word -> output("word", word.word(), input, text);
      case Finding.Absent absent -> output("absent", null, input, text);
      case Finding.Several several -> output("several", null, input, text);
    };
  }

  private static Output output(String found, String value, Input input, String text) {
    return new Output(found, Optional.ofNullable(value), input.file(), text.length(), "untrusted");
  }
}
