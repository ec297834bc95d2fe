package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.dose.DoseMap;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.event.RunEvent.EnvelopeInForce;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The instruments of this installation. Connects each on first use and puts it behind a gate with
 * the envelope that was read when the rack was opened. Serves one run; a new run opens a new rack,
 * so that budgets start anew.
 */
public final class InstrumentRack implements Bench, AutoCloseable {

  private final OperatorFiles files;
  private final Map<InstrumentId, EnvelopeStatus> envelopes = new HashMap<>();
  private final Map<InstrumentId, Gate> gates = new HashMap<>();
  private final Vigil vigil = Vigil.of(Thread.currentThread());

  private InstrumentRack(OperatorFiles files) {
    this.files = files;
  }

  /** The rack of an installation whose instruments lie in {@code folder}. */
  public static InstrumentRack open(Path folder) {
    OperatorFiles files = new OperatorFiles(folder);
    files.layDownShipped();
    InstrumentRack rack = new InstrumentRack(files);
    files.instruments().forEach(id -> rack.envelopes.put(id, files.envelope(id)));
    return rack;
  }

  /** A rack with the one instrument whose profile and envelope lie in {@code folder}. */
  public static InstrumentRack withOnly(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    InstrumentRack rack = new InstrumentRack(new OperatorFiles(place.getParent()));
    InstrumentId id = new InstrumentId(place.getFileName().toString());
    rack.envelopes.put(id, rack.files.envelope(id));
    return rack;
  }

  /** The instruments whose folders lie in {@code folder}; reads none of their files. */
  public static List<InstrumentId> names(Path folder) {
    OperatorFiles files = new OperatorFiles(folder);
    files.layDownShipped();
    return files.instruments();
  }

  /**
   * As {@link #latch(InstrumentId, String)}, for the instrument whose files lie in {@code place}.
   */
  public static void latch(Path place, String reason) {
    new TripFile(place).tripped(reason);
  }

  @Override
  public List<InstrumentId> instruments() {
    return envelopes.keySet().stream().sorted(Comparator.comparing(InstrumentId::value)).toList();
  }

  @Override
  public Gate gate(InstrumentId instrument) {
    Gate known = gates.get(instrument);
    if (known != null) {
      return known;
    }
    if (!envelopes.containsKey(instrument)) {
      throw unknown(instrument);
    }
    Gate gate = Connections.open(files.directory(instrument), () -> connected(instrument));
    gates.put(instrument, gate);
    return gate;
  }

  private Gate connected(InstrumentId instrument) {
    return new Gate(
        connect(instrument),
        envelopes.get(instrument),
        System::nanoTime,
        new TripFile(files.directory(instrument)),
        new DoseFile(files.directory(instrument)));
  }

  /** What the instrument says that somebody in this process has now; connects nothing. */
  public Optional<Glimpse> glimpse(InstrumentId instrument) {
    return Connections.to(directoryOf(instrument)).map(Glimpse::through);
  }

  /** Does something with the files of an instrument while nobody in this process has it. */
  public <T> Optional<T> whileFree(InstrumentId instrument, Supplier<T> work) {
    return Connections.whileFree(directoryOf(instrument), work);
  }

  @Override
  public Optional<byte[]> composition(InstrumentId instrument) {
    if (!envelopes.containsKey(instrument)) {
      throw unknown(instrument);
    }
    return files.composition(instrument);
  }

  /**
   * Arms an instrument for a run: its stop is tried on the real wiring, and from then on a watchdog
   * brings it to rest when the thread that opened this rack lives no more.
   *
   * @return why it cannot be armed; empty where it is
   */
  public Optional<String> arm(InstrumentId instrument) {
    try {
      Optional<String> refusal = vigil.over(gate(instrument));
      if (refusal.isEmpty()) {
        new EpochFile(files.directory(instrument)).next();
      }
      return refusal;
    } catch (ConnectionFailure unreachable) {
      return Optional.of(unreachable.getMessage());
    }
  }

  /**
   * Brings an instrument to rest, latching nothing, and asks whether it is. Where it does not say
   * so, nothing begins on it until a person has looked, and the watchdog goes on trying.
   */
  public boolean comesToRest(InstrumentId instrument, String reason) {
    try {
      Gate gate = gate(instrument);
      boolean atRest = gate.proves();
      if (!atRest) {
        vigil.rest(gate, reason);
      }
      return atRest;
    } catch (ConnectionFailure unreachable) {
      return false;
    }
  }

  /** Brings every connected instrument to rest, because nothing can be written down any more. */
  public void rest(String reason) {
    gates.values().forEach(gate -> vigil.rest(gate, reason));
  }

  /**
   * Stops an instrument, also one that another process controls: the record of trips stands in its
   * folder, and whoever asks next is refused.
   *
   * @return whether it was told to stop here; false where another process has it
   */
  public boolean stop(InstrumentId instrument, String reason) {
    if (!envelopes.containsKey(instrument)) {
      throw unknown(instrument);
    }
    new TripFile(files.directory(instrument)).tripped(reason);
    new EpochFile(files.directory(instrument)).next();
    try {
      gate(instrument).stop(reason);
      return true;
    } catch (ConnectionFailure held) {
      return false; // another process has it and finds the record before its next command
    }
  }

  /** Writes down that an instrument is stopped, and no more: quick, whoever controls it. */
  public void latch(InstrumentId instrument, String reason) {
    new TripFile(directoryOf(instrument)).tripped(reason);
  }

  /** Why an instrument is stopped, as it is written down; empty where it is not. */
  public Optional<String> stopped(InstrumentId instrument) {
    return new TripFile(directoryOf(instrument)).standing();
  }

  /** Since when it is written down that an instrument is stopped. */
  public Optional<Instant> stoppedSince(InstrumentId instrument) {
    return new TripFile(directoryOf(instrument)).since();
  }

  /** What its sample has got, as it is written down; empty where the envelope counts no dose. */
  public Optional<DoseMap> doses(InstrumentId instrument) {
    DoseFile record = new DoseFile(directoryOf(instrument));
    return envelope(instrument) instanceof EnvelopeStatus.Loaded loaded
        ? loaded.envelope().dose().map(limit -> new DoseMap(limit, record))
        : Optional.empty();
  }

  /**
   * Opens an instrument again after a person has looked at it; moves nothing.
   *
   * @throws IllegalStateException where a reason to keep it shut still stands
   */
  public void reset(InstrumentId instrument, String person, String reason) {
    gate(instrument).reset(person, reason);
  }

  private Path directoryOf(InstrumentId instrument) {
    if (!envelopes.containsKey(instrument)) {
      throw unknown(instrument);
    }
    return files.directory(instrument);
  }

  /** The file that says how an instrument is connected. */
  public Profile profile(InstrumentId instrument) {
    if (!envelopes.containsKey(instrument)) {
      throw unknown(instrument);
    }
    return files.profile(instrument);
  }

  private ConnectionFailure unknown(InstrumentId instrument) {
    String names =
        instruments().stream().map(InstrumentId::value).collect(Collectors.joining(", "));
    return new ConnectionFailure(
        "there is no instrument \"%s\"; there are: %s".formatted(instrument, names));
  }

  /** How an instrument stands, for whoever approves that it be used; connects nothing. */
  public Terms.Standing standing(InstrumentId instrument) {
    String hash =
        envelope(instrument) instanceof EnvelopeStatus.Loaded loaded ? loaded.hash() : "none";
    long epoch = new EpochFile(files.directory(instrument)).now();
    return new Terms.Standing(instrument, hash, epoch);
  }

  /** The envelope of an instrument as it was read, or why there is none; connects nothing. */
  public EnvelopeStatus envelope(InstrumentId instrument) {
    EnvelopeStatus known = envelopes.get(instrument);
    if (known == null) {
      throw unknown(instrument);
    }
    return known;
  }

  /** The envelopes as they were read, for the journal. */
  public List<EnvelopeInForce> envelopesInForce() {
    List<EnvelopeInForce> list = new ArrayList<>();
    for (InstrumentId id : instruments()) {
      list.add(
          switch (envelopes.get(id)) {
            case EnvelopeStatus.Loaded loaded ->
                new EnvelopeInForce(id, loaded.envelope().name(), loaded.hash());
            case EnvelopeStatus.Missing missing -> new EnvelopeInForce(id, "none", "none");
          });
    }
    return list;
  }

  @Override
  public void close() {
    vigil.close();
    gates.forEach((instrument, gate) -> Connections.close(files.directory(instrument), gate));
    gates.clear();
  }

  /** Whether a copy of its folder is an instrument of its own; connects nothing. */
  public boolean isSimulated(InstrumentId instrument) {
    return factory(profile(instrument)).isSimulated();
  }

  /** The folder of its files. */
  public Path directory(InstrumentId instrument) {
    return files.directory(instrument);
  }

  private Driver connect(InstrumentId instrument) {
    Profile profile = files.profile(instrument);
    return factory(profile)
        .open(new DriverSetup(instrument, files.directory(instrument), profile.optionMap()));
  }

  private static DriverFactory factory(Profile profile) {
    for (DriverFactory factory :
        ServiceLoader.load(DriverFactory.class, InstrumentRack.class.getClassLoader())) {
      if (factory.kind().equals(profile.driver())) {
        return factory;
      }
    }
    throw new ConnectionFailure(
        "no driver of kind \"%s\" is installed for %s"
            .formatted(profile.driver(), profile.instrument()));
  }
}
