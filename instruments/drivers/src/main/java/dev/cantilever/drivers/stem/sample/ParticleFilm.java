package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.noise.Variates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Particles on a carbon film, none touching another: candidates are strewn block by block with a
 * mark each, and one stays where no touching candidate has a lower mark (Matérn's second hard-core
 * process; Stoyan, Kendall and Mecke, Stochastic Geometry and its Applications, 2nd ed. 1995, ch.
 * 5.4). Pure but for a memory of blocks already made: one owner.
 */
public final class ParticleFilm implements Scene {

  /** Above the largest possible contact distance, so that only next blocks can touch. */
  private static final double BLOCK = 120e-9;

  private static final int CANDIDATES = 6;
  private static final int REMEMBERED = 20_000;
  private static final double FILM_METRES = 10e-9;
  private static final double FILM_FRACTION = 0.002;

  /** A thick particle cannot scatter more than this into the detector. */
  private static final double LARGEST_FRACTION = 0.4;

  /** Mean inner potentials, V: heavy particles stand out of the film. */
  private static final double PARTICLE_VOLTS = 20;

  /** About the probe of a parallel beam: an edge is not sharper than what looks at it. */
  private static final double SLOPE_STEP = 1e-9;

  private record Candidate(Particle particle, double mark) {}

  private record Block(int column, int row) {}

  private final String name;
  private final ParticleKind kind;
  private final long seed;
  private final double fractionPerWeight;
  private final Map<Block, List<Particle>> known = new HashMap<>();

  /** The film whose particles this seed draws. */
  public ParticleFilm(String name, ParticleKind kind, long seed) {
    this.name = name;
    this.kind = kind;
    this.seed = seed;
    fractionPerWeight = FILM_FRACTION / (FILM_METRES * Material.CARBON.darkFieldPerMetre());
  }

  @Override
  public String name() {
    return name;
  }

  public ParticleKind kind() {
    return kind;
  }

  /** That of the film alone. */
  @Override
  public double meanFraction() {
    return FILM_FRACTION;
  }

  @Override
  public double largestFieldMetres() {
    return 5e-6;
  }

  @Override
  public double doseCellMetres() {
    return 4e-9;
  }

  /** All particles that reach into a region, in a fixed order. */
  public List<Particle> particlesIn(Region region) {
    Region wide = region.widened(kind.reachMetres());
    List<Particle> found = new ArrayList<>();
    for (int row = block(wide.bottom()); row <= block(wide.top()); row++) {
      for (int column = block(wide.left()); column <= block(wide.right()); column++) {
        for (Particle particle : particles(new Block(column, row))) {
          if (wide.contains(particle.x(), particle.y())) {
            found.add(particle);
          }
        }
      }
    }
    return found;
  }

  /** The particles whose surface modes reach this point. */
  public List<Particle> particlesNear(double x, double y) {
    return particlesIn(Region.around(x, y, 8 * kind.resonances().decayMetres()));
  }

  /**
   * Fraction of the beam on the annular dark field detector behind so much of the particle's
   * substance: proportional to the mass, and saturating.
   */
  public double fraction(double particleMetres) {
    double film = FILM_METRES * Material.CARBON.darkFieldPerMetre();
    double weight = film + particleMetres * kind.material().darkFieldPerMetre();
    return LARGEST_FRACTION * (1 - StrictMath.exp(-fractionPerWeight * weight / LARGEST_FRACTION));
  }

  @Override
  public List<Layer> layersAt(double x, double y) {
    return List.of(
        new Layer(Material.CARBON, FILM_METRES), new Layer(kind.material(), particleMetres(x, y)));
  }

  @Override
  public double potentialSlopeX(double x, double y) {
    return PARTICLE_VOLTS
        * (particleMetres(x + SLOPE_STEP, y) - particleMetres(x - SLOPE_STEP, y))
        / (2 * SLOPE_STEP);
  }

  @Override
  public double potentialSlopeY(double x, double y) {
    return PARTICLE_VOLTS
        * (particleMetres(x, y + SLOPE_STEP) - particleMetres(x, y - SLOPE_STEP))
        / (2 * SLOPE_STEP);
  }

  private double particleMetres(double x, double y) {
    double sum = 0;
    for (Particle particle : particlesIn(Region.around(x, y, 1e-12))) {
      sum += particle.thicknessMetres(x, y);
    }
    return sum;
  }

  private List<Particle> particles(Block block) {
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    List<Particle> remembered = known.get(block);
    if (remembered == null) {
      remembered = thinned(block);
      known.put(block, remembered);
    }
    return remembered;
  }

  private List<Particle> thinned(Block block) {
    List<Candidate> around = new ArrayList<>();
    for (int row = block.row() - 1; row <= block.row() + 1; row++) {
      for (int column = block.column() - 1; column <= block.column() + 1; column++) {
        around.addAll(candidates(new Block(column, row)));
      }
    }
    List<Particle> kept = new ArrayList<>();
    for (Candidate one : candidates(block)) {
      boolean first =
          around.stream()
              .noneMatch(
                  other -> other.mark() < one.mark() && other.particle().touches(one.particle()));
      if (first) {
        kept.add(one.particle());
      }
    }
    return kept;
  }

  private List<Candidate> candidates(Block block) {
    Variates variates =
        Variates.of(seed, "particle block %d %d".formatted(block.column(), block.row()));
    List<Candidate> all = new ArrayList<>();
    double ratio = StrictMath.log(kind.largestMetres() / kind.smallestMetres());
    for (int i = 0; i < CANDIDATES; i++) {
      double x = (block.column() + variates.uniform()) * BLOCK;
      double y = (block.row() + variates.uniform()) * BLOCK;
      double size = kind.smallestMetres() * StrictMath.exp(ratio * variates.uniform());
      double angle = variates.between(0, Math.PI / 2);
      all.add(new Candidate(new Particle(kind, x, y, size, angle), variates.uniform()));
    }
    return all;
  }

  private static int block(double metres) {
    return (int) Math.floor(metres / BLOCK);
  }
}
