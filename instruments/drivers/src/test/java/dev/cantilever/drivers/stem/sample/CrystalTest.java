package dev.cantilever.drivers.stem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CrystalTest {

  private static final Region SQUARE = Region.around(3e-9, -2e-9, 20e-9);

  @Test
  void molybdenumDisulphideHasItsDensityAndItsDefects() {
    List<Site> sites = sites(Scenes.molybdenumDisulphide(1), SQUARE);
    double cells = 400e-18 / (0.316e-9 * 0.316e-9 * Math.sqrt(3) / 2);
    assertThat(sites).hasSizeBetween((int) (3 * cells - 150), (int) (3 * cells + 150));
    assertThat(count(sites, site -> site.label().equals("W_Mo")) / cells)
        .isCloseTo(0.02, within(4 * Math.sqrt(0.02 / cells)));
    assertThat(count(sites, site -> site.label().equals("V_S")) / (2 * cells))
        .isCloseTo(0.02, within(4 * Math.sqrt(0.02 / 2 / cells)));
    assertThat(sites)
        .filteredOn(site -> site.label().equals("V_S"))
        .allMatch(site -> site.atoms() == 0 && site.element() == Element.S);
  }

  /** Nearest neighbours of perfect lattices: a/√3 in projection, a/√3 in graphene. */
  @Test
  void atomsStandAtTheDistancesOfTheirLattice() {
    assertThat(nearest(perfect(Compound.molybdenumDisulphide()), "Mo", "S top"))
        .isCloseTo(0.316e-9 / Math.sqrt(3), within(1e-15));
    assertThat(nearest(perfect(Compound.molybdenumDisulphide()), "Mo", "Mo"))
        .isCloseTo(0.316e-9, within(1e-15));
    assertThat(nearest(perfect(Compound.graphene()), "C", "C"))
        .isCloseTo(0.246e-9 / Math.sqrt(3), within(1e-15));
    assertThat(nearest(perfect(Compound.strontiumTitanate()), "Sr", "Ti"))
        .isCloseTo(0.3905e-9 / Math.sqrt(2), within(1e-15));
    assertThat(nearest(perfect(Compound.strontiumTitanate()), "Ti", "O"))
        .isCloseTo(0.3905e-9 / 2, within(1e-15));
  }

  @Test
  void sitesAreTheSameWhereverOneLookedBefore() {
    Scene scene = Scenes.graphene(7);
    Region small = Region.around(50e-9, 30e-9, 5e-9);
    List<Site> alone = sites(scene, small);
    Specimen travelled = specimen(scene);
    travelled.placesIn(Region.around(-40e-9, 0, 30e-9));
    travelled.placesIn(Region.around(48e-9, 28e-9, 9e-9));
    List<Site> later = travelled.placesIn(small).stream().map(Occupied::site).toList();
    assertThat(later).containsExactlyInAnyOrderElementsOf(alone);
    assertThat(alone.stream().map(Site::id).distinct()).hasSameSizeAs(alone);
  }

  @Test
  void defectsOfOneKindDoNotMoveThoseOfTheOther() {
    Disorder doped = disorder(new Defects(Element.MO, Element.W, 0.03, Element.S, 0));
    Disorder both = disorder(new Defects(Element.MO, Element.W, 0.03, Element.S, 0.05));
    List<Site> some = sites(new Crystal(Compound.molybdenumDisulphide(), doped, 4), SQUARE);
    List<Site> more = sites(new Crystal(Compound.molybdenumDisulphide(), both, 4), SQUARE);
    assertThat(more.stream().filter(site -> site.element() == Element.W).toList())
        .isEqualTo(some.stream().filter(site -> site.element() == Element.W).toList());
  }

  /** The displacement of an atom is the field that the strain is the slope of. */
  @Test
  void atomsFollowTheStrainThatIsToldOfThem() {
    Crystal crystal = (Crystal) Scenes.strontiumTitanate(5);
    double step = 1e-12;
    double x = 12e-9;
    double y = -7e-9;
    Deformation u = crystal.deformation();
    double slope = (u.x().value(x + step, y) - u.x().value(x - step, y)) / (2 * step);
    assertThat(u.strainXx(x, y)).isCloseTo(slope, within(1e-7));
    double shear =
        (u.x().value(x, y + step)
                - u.x().value(x, y - step)
                + u.y().value(x + step, y)
                - u.y().value(x - step, y))
            / (4 * step);
    assertThat(u.strainXy(x, y)).isCloseTo(shear, within(1e-7));
    double square = 0;
    for (int i = 0; i < 10_000; i++) {
      int column = i % 100;
      int row = i / 100;
      double strain = u.strainXx(column * 4e-9, row * 4.3e-9);
      square += strain * strain / 10_000;
    }
    assertThat(Math.sqrt(square)).isCloseTo(0.01 / Math.sqrt(2), within(0.004));
  }

  @Test
  void ironOfBismuthFerriteIsShiftedAndTurnsOverAtTheWall() {
    Scene scene = Scenes.bismuthFerrite(1);
    assertThat(shift(scene, 6e-9)).containsExactly(new double[] {17.3, 17.3}, within(0.5));
    assertThat(shift(scene, -6e-9)).containsExactly(new double[] {17.3, -17.3}, within(0.5));
    assertThat(Math.abs(shift(scene, 0.0)[1])).isLessThan(12);
  }

  @Test
  void everySpecimenOnTheShelfIsFoundByName() {
    assertThat(Scenes.names()).hasSize(8).contains("mos2", "bifeo3", "gold-particles");
    for (String name : Scenes.names()) {
      Scene scene = Scenes.named(name, 1);
      assertThat(scene.layersAt(0, 0)).isNotEmpty();
      assertThat(scene.meanFraction()).isBetween(0.001, 0.1);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenes.named("cheese", 1))
        .withMessageContaining("graphene");
  }

  @Test
  void stripesAreSmoothAndTheirRampIsTheirIntegral() {
    Stripes stripes = new Stripes(24e-9, 0.8e-9);
    SmoothField ramp = stripes.ramp(3);
    for (double x = -20e-9; x < 20e-9; x += 0.7e-9) {
      double slope = (ramp.value(x + 1e-12, 0) - ramp.value(x - 1e-12, 0)) / 2e-12;
      assertThat(slope).isCloseTo(3 * stripes.sign(x), within(1e-3));
    }
    assertThat(stripes.sign(6e-9)).isGreaterThan(0.99);
    assertThat(stripes.sign(-6e-9)).isLessThan(-0.99);
    assertThat(stripes.sign(0)).isZero();
  }

  /** Mean of Fe minus the mean of its four Bi neighbours at this x, pm. */
  private static double[] shift(Scene scene, double x) {
    Region region = new Region(x - 0.8e-9, -4e-9, x + 0.8e-9, 4e-9);
    List<Site> sites = sites(scene, region);
    double[] mean = new double[2];
    int count = 0;
    for (Site iron : sites) {
      if (iron.element() == Element.FE && Math.abs(iron.x() - x) < 0.3e-9) {
        List<Site> around =
            sites.stream()
                .filter(site -> site.element() == Element.BI)
                .filter(site -> distance(site, iron) < 0.34e-9)
                .toList();
        if (around.size() == 4) {
          mean[0] += iron.x() - around.stream().mapToDouble(Site::x).average().orElseThrow();
          mean[1] += iron.y() - around.stream().mapToDouble(Site::y).average().orElseThrow();
          count++;
        }
      }
    }
    return new double[] {mean[0] / count * 1e12, mean[1] / count * 1e12};
  }

  private static double nearest(Crystal crystal, String from, String to) {
    List<Site> sites = sites(crystal, Region.around(0, 0, 3e-9));
    Site middle =
        sites.stream()
            .filter(site -> site.label().equals(from))
            .min((a, b) -> Double.compare(Math.hypot(a.x(), a.y()), Math.hypot(b.x(), b.y())))
            .orElseThrow();
    return sites.stream()
        .filter(site -> site.label().equals(to) && site.id() != middle.id())
        .mapToDouble(site -> distance(site, middle))
        .min()
        .orElseThrow();
  }

  private static Crystal perfect(Compound compound) {
    return new Crystal(compound, Disorder.none(), 1);
  }

  private static Disorder disorder(Defects defects) {
    return Disorder.drawn(4, defects, 0.002, 5);
  }

  private static long count(List<Site> sites, Predicate<Site> which) {
    return sites.stream().filter(which).count();
  }

  private static double distance(Site one, Site other) {
    double dx = one.x() - other.x();
    double dy = one.y() - other.y();
    return Math.sqrt(dx * dx + dy * dy);
  }

  private static List<Site> sites(Scene scene, Region region) {
    return specimen(scene).placesIn(region).stream().map(Occupied::site).toList();
  }

  private static Specimen specimen(Scene scene) {
    return new Specimen(scene, SpecimenResponse.none(), Variates.of(1, "damage"));
  }
}
