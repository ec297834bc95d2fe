package dev.cantilever.tests.door;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Path;

/** A process that arms the instrument {@code far}, puts its probe on the sample and works on. */
final class WorkingAgent {

  private WorkingAgent() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (InstrumentRack rack = InstrumentRack.open(Path.of(arguments[0], "instruments"))) {
      InstrumentId far = new InstrumentId("far");
      rack.arm(far)
          .ifPresent(
              refusal -> {
                throw new IllegalStateException(refusal);
              });
      Gate gate = rack.gate(far);
      int call = Integer.parseInt(arguments[1]);
      Verdict verdict =
          gate.execute(
              Bench.key(call),
              new SpmCommand.Approach(new Length(5e-4), new Speed(1e-5), new TimeSpan(60)));
      if (!(verdict instanceof Verdict.Acted acted)
          || !(acted.outcome() instanceof Outcome.Completed)) {
        throw new IllegalStateException(verdict.toString());
      }
      System.out.println("working");
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
