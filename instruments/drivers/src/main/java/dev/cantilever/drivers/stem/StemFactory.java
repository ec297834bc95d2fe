package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.setup.Options;
import dev.cantilever.drivers.simulation.TwinDriver;
import dev.cantilever.drivers.stem.sample.Compound;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Defects;
import dev.cantilever.drivers.stem.sample.Disorder;
import dev.cantilever.drivers.stem.sample.Element;
import dev.cantilever.drivers.stem.sample.ParticleFilm;
import dev.cantilever.drivers.stem.sample.ParticleKind;
import dev.cantilever.drivers.stem.sample.Scene;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.List;

/**
 * Simulates instruments of the kind {@code twin.stem}. Options: {@code title}, {@code sample}
 * (words), {@code specimen} (molybdenum_disulphide, graphene, strontium_titanate, gold_particles,
 * silver_cubes, oxide_cubes), {@code acceleration_kv}, {@code seed}; {@code steady_drift}, a speed
 * along x within 10 nm/s that is added to the usual wandering, none where it is left out; {@code
 * detectors}, those of HAADF, BF and EDS that are in at first, HAADF and EDS where it is left out.
 */
public final class StemFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of(
          "title", "sample", "specimen", "acceleration_kv", "seed", "steady_drift", "detectors");
  private static final double CRYSTAL_FIELD = 4e-9;
  private static final double PARTICLE_FIELD = 300e-9;
  private static final double HOLDER_RANGE = 1e-3;
  private static final double MOST_DRIFT = 1e-8;

  @Override
  public String kind() {
    return "twin.stem";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    long seed = options.whole("seed", 0, Long.MAX_VALUE >> 10);
    double volts = 1e3 * options.whole("acceleration_kv", 30, 300);
    Scene scene = scene(options, seed);
    double field = scene instanceof Crystal ? CRYSTAL_FIELD : PARTICLE_FIELD;
    StemTwin twin =
        new StemTwin(
            scene, drifting(options), StemSettings.at(volts, field), new Seeds(seed, seed + 1));
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            true,
            "",
            new Offer.Verbs(
                List.copyOf(StemSimulation.VERBS),
                List.of(new Offer.Outcome("HAADF", "1"), new Offer.Outcome("BF", "1")),
                new Length(2 * HOLDER_RANGE),
                new Length(2 * HOLDER_RANGE)));
    return TwinDriver.connected(
        setup,
        description,
        new StemSimulation(twin, scene.largestFieldMetres(), inAtFirst(options)));
  }

  private static Detectors inAtFirst(Options options) {
    return Detectors.in(options.text("detectors", "HAADF EDS"))
        .orElseThrow(() -> options.refusal("detectors", "words of HAADF, BF and EDS"));
  }

  private static StemInstrument drifting(Options options) {
    StemInstrument typical = StemInstrument.typical();
    return typical.with(typical.stage().drifting(options.speed("steady_drift", MOST_DRIFT)));
  }

  private static Scene scene(Options options, long seed) {
    return switch (options.text("specimen")) {
      case "molybdenum_disulphide" ->
          crystal(
              Compound.molybdenumDisulphide(),
              new Defects(Element.MO, Element.W, 0.03, Element.S, 0.02),
              seed);
      case "graphene" ->
          crystal(
              Compound.graphene(),
              new Defects(Element.C, Element.SI, 0.005, Element.C, 0.002),
              seed);
      case "strontium_titanate" -> crystal(Compound.strontiumTitanate(), Defects.NONE, seed);
      case "gold_particles" -> new ParticleFilm("gold particles", ParticleKind.GOLD_SPHERES, seed);
      case "silver_cubes" -> new ParticleFilm("silver cubes", ParticleKind.SILVER_CUBES, seed);
      case "oxide_cubes" ->
          new ParticleFilm("doped oxide cubes", ParticleKind.DOPED_OXIDE_CUBES, seed);
      default ->
          throw options.refusal(
              "specimen",
              "molybdenum_disulphide, graphene, strontium_titanate, gold_particles, silver_cubes"
                  + " or oxide_cubes");
    };
  }

  private static Crystal crystal(Compound compound, Defects defects, long seed) {
    return new Crystal(compound, Disorder.drawn(seed, defects, 0.002, 0.5), seed);
  }
}
