package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.noise.Variates;
import java.util.ArrayList;
import java.util.List;

/**
 * A crystal seen along one of its axes. Places are made tile by tile, each tile from its own stream
 * of draws: what is found somewhere does not depend on where one looked before. Immutable.
 */
public final class Crystal implements Scene {

  /** No place leaves its lattice point by more than this. */
  private static final double FARTHEST_SHIFT = 0.5e-9;

  private static final double TILE = 4e-9;

  private final Compound compound;
  private final Disorder disorder;
  private final long seed;
  private final double cosine;
  private final double sine;

  /** The crystal of this compound and disorder whose defects this seed draws. */
  public Crystal(Compound compound, Disorder disorder, long seed) {
    this.compound = compound;
    this.disorder = disorder;
    this.seed = seed;
    cosine = StrictMath.cos(disorder.rotationRadians());
    sine = StrictMath.sin(disorder.rotationRadians());
  }

  @Override
  public String name() {
    return compound.name();
  }

  /** The cell before rotation. */
  public UnitCell cell() {
    return compound.cell();
  }

  /** Angle of the cell's first axis to x, counter-clockwise. */
  public double rotationRadians() {
    return disorder.rotationRadians();
  }

  public Deformation deformation() {
    return disorder.deformation();
  }

  /** Projected potential that slowly varies over the lattice, V·m. */
  public SmoothField potential() {
    return disorder.potential();
  }

  public double thicknessMetres() {
    return compound.thicknessMetres();
  }

  /** Standard deviation of thermal motion along one axis. */
  public double thermalMetres() {
    return compound.thermalMetres();
  }

  /** Farthest distance of two bonded places. */
  public double bondMetres() {
    return compound.bondMetres();
  }

  @Override
  public double meanFraction() {
    return compound.meanFraction();
  }

  /** Cross-section of one unit of Z^1.7 for the annular dark field detector, m². */
  public double darkFieldSquareMetres() {
    return compound.meanFraction() * cell().areaSquareMetres() / cell().darkFieldWeight();
  }

  @Override
  public double largestFieldMetres() {
    return 100e-9;
  }

  @Override
  public double doseCellMetres() {
    return 0.1e-9;
  }

  @Override
  public List<Layer> layersAt(double x, double y) {
    return List.of(new Layer(compound.material(), compound.thicknessMetres()));
  }

  @Override
  public double potentialSlopeX(double x, double y) {
    return disorder.potential().slopeX(x, y);
  }

  @Override
  public double potentialSlopeY(double x, double y) {
    return disorder.potential().slopeY(x, y);
  }

  /** The tiles that may hold places of a region, in a fixed order. */
  List<Tile> tilesOver(Region region) {
    Region wide = region.widened(FARTHEST_SHIFT);
    double[] x = {wide.left(), wide.right(), wide.left(), wide.right()};
    double[] y = {wide.bottom(), wide.bottom(), wide.top(), wide.top()};
    double[] along = new double[4];
    double[] across = new double[4];
    for (int i = 0; i < 4; i++) {
      along[i] = (cosine * x[i] + sine * y[i]) / tileWidth();
      across[i] = (cosine * y[i] - sine * x[i]) / tileHeight();
    }
    Region indices = Region.holding(along, across);
    List<Tile> tiles = new ArrayList<>();
    for (int row = floor(indices.bottom()); row <= floor(indices.top()); row++) {
      for (int column = floor(indices.left()); column <= floor(indices.right()); column++) {
        tiles.add(new Tile(column, row));
      }
    }
    return tiles;
  }

  /** All places of a tile, vacancies among them. */
  List<Site> sitesOf(Tile tile) {
    Variates variates = Variates.of(seed, "sample tile %d %d".formatted(tile.column(), tile.row()));
    List<Site> sites = new ArrayList<>();
    int across = cellsAcross();
    int up = cellsUp();
    for (int j = tile.row() * up; j < (tile.row() + 1) * up; j++) {
      for (int i = tile.column() * across; i < (tile.column() + 1) * across; i++) {
        for (int b = 0; b < cell().basis().size(); b++) {
          sites.add(disorder.defects().applied(perfect(i, j, b), variates));
        }
      }
    }
    return sites;
  }

  private Site perfect(int i, int j, int b) {
    BasisAtom atom = cell().basis().get(b);
    double along = (i + atom.x()) * cell().widthMetres();
    double across = (j + atom.y()) * cell().heightMetres();
    double x = cosine * along - sine * across;
    double y = sine * along + cosine * across;
    double movedX = x + disorder.deformation().x().value(x, y);
    double movedY = y + disorder.deformation().y().value(x, y);
    PolarShift shift = disorder.shift();
    if (shift.sizeMetres() > 0 && atom.element() == shift.element()) {
      movedX += shift.alongX();
      movedY += shift.alongY(x);
    }
    return new Site(
        packed(i, j, b),
        packed(i, j, atom.column()),
        atom.element(),
        movedX,
        movedY,
        atom.zMetres(),
        cell().repeats(),
        atom.label());
  }

  /** 28 bits for each index and 8 for the place: cells out to centimetres have their own number. */
  private static long packed(int i, int j, int low) {
    return (long) (i & 0xfffffff) << 36 | (long) (j & 0xfffffff) << 8 | low;
  }

  private int cellsAcross() {
    return (int) Math.max(1, Math.rint(TILE / cell().widthMetres()));
  }

  private int cellsUp() {
    return (int) Math.max(1, Math.rint(TILE / cell().heightMetres()));
  }

  private double tileWidth() {
    return cellsAcross() * cell().widthMetres();
  }

  private double tileHeight() {
    return cellsUp() * cell().heightMetres();
  }

  private static int floor(double value) {
    return (int) Math.floor(value);
  }
}
