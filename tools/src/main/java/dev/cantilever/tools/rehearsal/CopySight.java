package dev.cantilever.tools.rehearsal;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.reading.Frame;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a simulated instrument would say of itself and of its sample now, asked of a copy of its
 * folder, so that the instrument itself is neither connected nor kept from anybody.
 */
public sealed interface CopySight {

  /**
   * It answered.
   *
   * @param pictures of what is there without noise, as simulation and recording know it
   */
  record Seen(InstrumentDescription description, InstrumentState state, List<Frame> pictures)
      implements CopySight {

    public Seen {
      pictures = List.copyOf(pictures);
    }
  }

  /** It could not be asked. */
  record Unseen(String reason) implements CopySight {}

  /** Looks; writes nothing but the copy, which is gone afterwards. */
  static CopySight of(Home home, InstrumentId instrument) {
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      if (!rack.isSimulated(instrument)) {
        return new Unseen("hardware stands behind it, which shows nothing without being asked");
      }
      return rack.whileFree(instrument, () -> Stage.copyOf(home, instrument))
          .map(place -> asked(place, instrument))
          .orElseGet(() -> new Unseen("it is in use here; its files are not copied meanwhile"));
    } catch (ConnectionFailure | UncheckedIOException broken) {
      return new Unseen(broken.getMessage());
    }
  }

  private static CopySight asked(Path place, InstrumentId instrument) {
    try (InstrumentRack copy =
        InstrumentRack.withOnly(place.resolve("instruments").resolve(instrument.value()))) {
      Gate gate = copy.gate(instrument);
      List<Frame> pictures = gate.truth().map(GroundTruth::pictures).orElseGet(List::of);
      return new Seen(gate.describe(), gate.state(), pictures);
    } finally {
      Stage.remove(place);
    }
  }
}
