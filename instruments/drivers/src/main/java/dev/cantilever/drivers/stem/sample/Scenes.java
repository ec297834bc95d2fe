package dev.cantilever.drivers.stem.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The specimens on the shelf. */
public final class Scenes {

  private static final double LAYER_STRAIN = 0.003;
  private static final double CRYSTAL_STRAIN = 0.01;
  private static final double POTENTIAL_VOLTS = 8;

  private static final Map<String, LongFunction<Scene>> SHELF = shelf();

  private Scenes() {}

  /** What {@link #named} knows, in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(SHELF.keySet());
  }

  /**
   * The specimen of this name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Scene named(String name, long seed) {
    LongFunction<Scene> maker = SHELF.get(name);
    if (maker == null) {
      throw new IllegalArgumentException(
          "no specimen is called %s; there are %s".formatted(name, SHELF.keySet()));
    }
    return maker.apply(seed);
  }

  private static Map<String, LongFunction<Scene>> shelf() {
    Map<String, LongFunction<Scene>> shelf = new TreeMap<>();
    shelf.put("mos2", Scenes::molybdenumDisulphide);
    shelf.put("ws2", Scenes::tungstenDisulphide);
    shelf.put("graphene", Scenes::graphene);
    shelf.put("srtio3", Scenes::strontiumTitanate);
    shelf.put("bifeo3", Scenes::bismuthFerrite);
    shelf.put("gold-particles", Scenes::goldParticles);
    shelf.put("silver-cubes", Scenes::silverCubes);
    shelf.put("oxide-cubes", Scenes::dopedOxideCubes);
    return shelf;
  }

  /** MoS₂ with 2 % tungsten on molybdenum and 2 % sulphur vacancies. */
  public static Scene molybdenumDisulphide(long seed) {
    Defects defects = new Defects(Element.MO, Element.W, 0.02, Element.S, 0.02);
    return new Crystal(Compound.molybdenumDisulphide(), layer(seed, defects), seed);
  }

  /** WS₂ with 2 % molybdenum on tungsten and 2 % sulphur vacancies. */
  public static Scene tungstenDisulphide(long seed) {
    Defects defects = new Defects(Element.W, Element.MO, 0.02, Element.S, 0.02);
    return new Crystal(Compound.tungstenDisulphide(), layer(seed, defects), seed);
  }

  /** Graphene with 1 % silicon on carbon and 0.2 % vacancies. */
  public static Scene graphene(long seed) {
    Defects defects = new Defects(Element.C, Element.SI, 0.01, Element.C, 0.002);
    return new Crystal(Compound.graphene(), layer(seed, defects), seed);
  }

  /** Strained SrTiO₃, 20 nm thick. */
  public static Scene strontiumTitanate(long seed) {
    return new Crystal(
        Compound.strontiumTitanate(),
        Disorder.drawn(seed, Defects.NONE, CRYSTAL_STRAIN, POTENTIAL_VOLTS),
        seed);
  }

  /** BiFeO₃ with 109° walls every 12 nm, iron shifted by 0.03 nm along ⟨111⟩; one wall at x = 0. */
  public static Scene bismuthFerrite(long seed) {
    PolarShift shift = new PolarShift(Element.FE, 0.03e-9, new Stripes(24e-9, 0.8e-9));
    return new Crystal(
        Compound.bismuthFerrite(), Disorder.striped(shift, 0.006, POTENTIAL_VOLTS), seed);
  }

  /** Gold particles on carbon. */
  public static Scene goldParticles(long seed) {
    return new ParticleFilm("Au particles", ParticleKind.GOLD_SPHERES, seed);
  }

  /** Silver cubes on carbon. */
  public static Scene silverCubes(long seed) {
    return new ParticleFilm("Ag cubes", ParticleKind.SILVER_CUBES, seed);
  }

  /** Cubes of doped indium oxide on carbon, with infrared surface modes. */
  public static Scene dopedOxideCubes(long seed) {
    return new ParticleFilm("doped oxide cubes", ParticleKind.DOPED_OXIDE_CUBES, seed);
  }

  private static Disorder layer(long seed, Defects defects) {
    return Disorder.drawn(seed, defects, LAYER_STRAIN, POTENTIAL_VOLTS);
  }
}
