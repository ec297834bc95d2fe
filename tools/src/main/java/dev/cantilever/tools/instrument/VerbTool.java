package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.Joined;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Spectrum;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * One verb of the vocabulary as a tool: the command's record is its arguments, the verb says what
 * it may change, and whatever was read goes to the data store.
 *
 * @param <C> the command
 */
public final class VerbTool<C extends Record & Command>
    implements CommandTool<Joined<VerbTool.Addressed, C>, VerbTool.Output> {

  /** These have tools of their own. */
  private static final EnumSet<Verb> ELSEWHERE =
      EnumSet.of(Verb.SPM_MOVE_PROBE, Verb.SPM_LOOP, Verb.CONDITION_EVALUATE);

  private static final RecordType<Output> OUTPUT = RecordType.of(Output.class);

  private final Verb verb;
  private final Class<C> command;

  private VerbTool(Verb verb, Class<C> command) {
    this.verb = verb;
    this.command = command;
  }

  /** Of every verb that has no tool of its own. */
  public static List<VerbTool<?>> all() {
    return Arrays.stream(Verb.values())
        .filter(verb -> !ELSEWHERE.contains(verb))
        .<VerbTool<?>>map(VerbTool::of)
        .toList();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // every command is a record
  private static VerbTool<?> of(Verb verb) {
    return new VerbTool(verb, verb.command());
  }

  /** Whether a tool of this name is one of these. */
  public static boolean isVerb(String tool) {
    return Arrays.stream(Verb.values())
        .anyMatch(verb -> !ELSEWHERE.contains(verb) && verb.word().equals(tool));
  }

  /**
   * Reads a journalled result back.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Output readOutput(JsonText json) {
    return OUTPUT.ours(json);
  }

  /** Which instrument is meant. */
  public record Addressed(
      @Doc("Name of the instrument, for example afm.") InstrumentId instrument) {}

  /**
   * What was read.
   *
   * @param duration instrument time that it took
   * @param debited what the budget of the run was debited with
   * @param found numbers that the instrument worked out itself; absent where the verb gives none
   */
  public record Output(
      TimeSpan duration, List<ReadingSummary> read, Cost debited, Optional<Found> found) {

    public Output {
      read = List.copyOf(read);
    }
  }

  /** What an instrument worked out of what it saw. */
  public record Found(List<Reading.Estimate> estimates) {

    public Found {
      estimates = List.copyOf(estimates);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // there is no class of Joined<Addressed, C> of its own
  public ToolCard<Joined<Addressed, C>, Output> card() {
    return new ToolCard<>(
        verb.word(),
        command.getAnnotation(Doc.class).value(),
        verb.effect(),
        (Class<Joined<Addressed, C>>) (Class<?>) Joined.class,
        Output.class,
        VerbExample.of(command));
  }

  @Override
  public RecordType<Joined<Addressed, C>> arguments() {
    return RecordType.joined(Addressed.class, command);
  }

  @Override
  public Cost predict(Joined<Addressed, C> input, Bench bench) {
    return bench.gate(input.first().instrument()).estimate(input.second());
  }

  @Override
  public GateCall<Output> call(Joined<Addressed, C> input) {
    return new GateCall<>(input.first().instrument(), input.second(), VerbTool::interpret);
  }

  private static ToolResult.Done<Output> interpret(
      Reading reading, TimeSpan duration, Cost debited) {
    List<byte[]> blobs = new ArrayList<>();
    List<ReadingSummary> read = new ArrayList<>();
    Optional<Found> found = Optional.empty();
    switch (reading) {
      case Reading.Scan scan ->
          scan.frames()
              .forEach(
                  frame -> {
                    byte[] bytes = FrameBlob.write(frame);
                    blobs.add(bytes);
                    read.add(ReadingSummary.of(frame, Hash.of(bytes).text()));
                  });
      case Reading.Curves curves -> curves.spectra().forEach(one -> keep(one, blobs, read));
      case Reading.Estimates estimates -> {
        estimates.spectra().forEach(one -> keep(one, blobs, read));
        found = Optional.of(new Found(estimates.estimates()));
      }
      case Reading.Trial readBack -> found = Optional.of(new Found(estimates(readBack)));
      case Reading.ProbePosition stands -> {
        // the state says where
      }
      case Reading other -> throw new IllegalStateException("a verb was answered with " + other);
    }
    return new ToolResult.Done<>(new Output(duration, read, debited, found), blobs);
  }

  /** What a device reads back of its settings; in which unit, its description says. */
  private static List<Reading.Estimate> estimates(Reading.Trial readBack) {
    return readBack.outcomes().stream()
        .map(one -> new Reading.Estimate(one.name(), "1", one.value(), one.standardError()))
        .toList();
  }

  private static void keep(Spectrum spectrum, List<byte[]> blobs, List<ReadingSummary> read) {
    byte[] bytes = SpectrumBlob.write(spectrum);
    blobs.add(bytes);
    read.add(ReadingSummary.of(spectrum, Hash.of(bytes).text()));
  }
}
