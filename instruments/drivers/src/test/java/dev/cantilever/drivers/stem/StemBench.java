package dev.cantilever.drivers.stem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.dose.DoseRecord;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.DoseLimit;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.TripRecord;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.quantity.Dose;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The microscope as installed, behind a gate that leaves it to refuse, with its dose map noted. */
final class StemBench implements AutoCloseable {

  final List<Exposed> exposed = new ArrayList<>();
  final Gate gate;
  private int calls;

  StemBench(Path folder, String specimen, String kilovolts) {
    Installed twin =
        new Installed(
            "twin.stem",
            Map.of(
                "title", "a twin",
                "sample", "a sample",
                "specimen", specimen,
                "acceleration_kv", kilovolts,
                "seed", "3"));
    List<Limit> limits =
        Arrays.stream(Channel.values())
            .map(channel -> new Limit(channel, channel.kind().of(-1e9), channel.kind().of(1e9)))
            .toList();
    Envelope envelope =
        new Envelope(
            "wide v1",
            limits,
            0,
            List.of(),
            new Budget(new TimeSpan(1e9), new Length(1e9), 1, new TimeSpan(1e9), new Impulse(1)),
            List.of(),
            0,
            List.of(),
            List.of(),
            Optional.of(new DoseLimit(new Length(5e-9), new Dose(1e30))));
    DoseRecord record =
        new DoseRecord() {
          @Override
          public List<Exposed> all() {
            return List.of();
          }

          @Override
          public void add(Exposed one) {
            exposed.add(one);
          }
        };
    gate =
        new Gate(
            twin.connect(folder),
            new EnvelopeStatus.Loaded(envelope, "sha256:0"),
            () -> 0,
            TripRecord.inMemory(),
            record);
  }

  /** Of a command that is permitted and done. */
  Reading read(Command command) {
    Verdict verdict = gate.execute(Installed.key(++calls), command);
    assertThat(verdict).as("%s", command).isInstanceOf(Verdict.Acted.class);
    Outcome outcome = ((Verdict.Acted) verdict).outcome();
    assertThat(outcome).as("%s", command).isInstanceOf(Outcome.Completed.class);
    return ((Outcome.Completed) outcome).reading();
  }

  /** Why a command is refused; empty where it is not. */
  String refusal(Command command) {
    Verdict verdict = gate.execute(Installed.key(++calls), command);
    return verdict instanceof Verdict.Refused refused
        ? String.join("; ", refused.problems().stream().map(Problem::message).toList())
        : "";
  }

  double readback(Channel channel) {
    return gate.state().readback(channel).orElseThrow().value().canonical();
  }

  @Override
  public void close() {
    gate.close();
  }
}
