package dev.cantilever.drivers.stem.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Compound;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Disorder;
import dev.cantilever.drivers.stem.sample.Scene;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.drivers.stem.sample.UnitCell;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffractionTest {

  private static final ElectronBeam BEAM = new ElectronBeam(200e3);
  private static final Camera CAMERA = new Camera(128, 0.016, 2000);
  private static final double ALPHA = 1e-3;

  @Test
  void discsStandAtTheAnglesOfTheLatticeAndShareTheBeam() {
    Scene perfect = new Crystal(Compound.strontiumTitanate(), Disorder.none(), 1);
    List<Disc> discs = new Diffraction(BEAM, perfect, 0.016).at(0, 0);
    assertThat(discs.stream().mapToDouble(Disc::share).sum()).isCloseTo(1, within(1e-12));
    double bragg = BEAM.wavelengthMetres() / 0.3905e-9;
    Disc first = nearest(discs, bragg, 0);
    assertThat(first.angleX()).isCloseTo(bragg, within(1e-12));
    assertThat(first.angleY()).isCloseTo(0, within(1e-12));
    assertThat(nearest(discs, 2 * bragg, 0).share()).isGreaterThan(first.share());
  }

  /** F(100) = Sr − Ti − O − O + O and F(110) = Sr + Ti + O − 2 O for point atoms. */
  @Test
  void structureFactorsAreThoseOfTheCell() {
    UnitCell cell = Compound.strontiumTitanate().cell();
    assertThat(cell.structureFactorSquared(1, 0))
        .isCloseTo(StrictMath.pow(38 - 22 - 8, 2), within(1e-9));
    assertThat(cell.structureFactorSquared(1, 1))
        .isCloseTo(StrictMath.pow(38 + 22 + 8 - 16, 2), within(1e-9));
    assertThat(cell.structureFactorSquared(0, 0)).isCloseTo(84 * 84, within(1e-9));
  }

  /** A lattice longer by ε diffracts to angles shorter by ε, and turns with its rotation. */
  @Test
  void strainMovesTheDiscs() {
    Crystal strained = (Crystal) Scenes.strontiumTitanate(4);
    Diffraction diffraction = new Diffraction(BEAM, strained, 0.016);
    Diffraction unstrained =
        new Diffraction(
            BEAM,
            new Crystal(
                Compound.strontiumTitanate(),
                new Disorder(
                    strained.rotationRadians(),
                    Disorder.none().defects(),
                    Disorder.none().deformation(),
                    Disorder.none().potential(),
                    Disorder.none().shift()),
                1),
            0.016);
    double x = 7e-9;
    double y = 4e-9;
    double turnX = diffraction.deflectionX(x, y);
    double turnY = diffraction.deflectionY(x, y);
    for (Disc disc : unstrained.at(x, y)) {
      Disc moved = nearest(diffraction.at(x, y), disc.angleX() + turnX, disc.angleY() + turnY);
      double gx = moved.angleX() - turnX;
      double gy = moved.angleY() - turnY;
      // (1 + F)^T g' = g
      double backX =
          (1 + strained.deformation().x().slopeX(x, y)) * gx
              + strained.deformation().y().slopeX(x, y) * gy;
      double backY =
          strained.deformation().x().slopeY(x, y) * gx
              + (1 + strained.deformation().y().slopeY(x, y)) * gy;
      assertThat(backX).isCloseTo(disc.angleX(), within(1e-12));
      assertThat(backY).isCloseTo(disc.angleY(), within(1e-12));
    }
  }

  /** λσ∇V/2π at 200 kV: 2.909e-6 rad for each volt, by scipy.constants. */
  @Test
  void fieldsTurnThePatternByTheirSlope() {
    Scene scene = Scenes.bismuthFerrite(1);
    Diffraction diffraction = new Diffraction(BEAM, scene, 0.016);
    double volts = scene.potentialSlopeX(6e-9, 0);
    assertThat(volts).isCloseTo(8, within(0.1));
    assertThat(diffraction.deflectionX(6e-9, 0) / volts).isCloseTo(2.909e-6, within(1e-9));
    assertThat(diffraction.deflectionX(-6e-9, 0)).isNegative();
    assertThat(diffraction.deflectionX(6e-9, 0) / ALPHA).isBetween(0.01, 0.05);
  }

  @Test
  void theCentreOfMassOfTheCountsIsTheDeflection() {
    List<Disc> discs = List.of(new Disc(40e-6, -25e-6, 1));
    PatternStack stack = PatternStack.of(1, 1, CAMERA);
    stack.take(0, discs, ALPHA, 1e5, Variates.of(1, "camera"));
    double[] centre = stack.centreOfMass(0, 2e-3);
    // a disc's own standard deviation is α/2 along one axis
    double error = 4 * ALPHA / 2 / Math.sqrt(1e5);
    assertThat(centre[0]).isCloseTo(40e-6, within(error));
    assertThat(centre[1]).isCloseTo(-25e-6, within(error));
    assertThat(stack.sum(0)).isCloseTo(1e5, within(4 * Math.sqrt(1e5)));
  }

  @Test
  void discsHaveTheSizeOfTheApertureAndAllItsElectrons() {
    double[] counts = Pattern.expected(List.of(new Disc(0, 0, 1)), CAMERA, ALPHA, 1000);
    double sum = 0;
    double largest = 0;
    for (double count : counts) {
      sum += count;
      largest = Math.max(largest, count);
    }
    double radius = ALPHA / CAMERA.radiansPerPixel();
    assertThat(sum).isCloseTo(1000, within(1e-9));
    assertThat(largest).isCloseTo(1000 / (Math.PI * radius * radius), within(2.0));
    double[] half = Pattern.expected(List.of(new Disc(0.016, 0, 1)), CAMERA, ALPHA, 1000);
    double kept = 0;
    for (double count : half) {
      kept += count;
    }
    assertThat(kept).isCloseTo(500, within(30.0));
  }

  @Test
  void aFilmOfParticlesHasNoReflectionsButTurnsTheBeamAtEdges() {
    Scene film = Scenes.goldParticles(1);
    assertThat(new Diffraction(BEAM, film, 0.016).at(0, 0)).hasSize(1);
  }

  private static Disc nearest(List<Disc> discs, double x, double y) {
    return discs.stream()
        .min(Comparator.comparingDouble(d -> Math.hypot(d.angleX() - x, d.angleY() - y)))
        .orElseThrow();
  }
}
