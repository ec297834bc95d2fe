package dev.cantilever.drivers.stem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParticleFilmTest {

  @Test
  void strewsParticlesThatDoNotTouch() {
    ParticleFilm film = (ParticleFilm) Scenes.silverCubes(3);
    List<Particle> particles = film.particlesIn(Region.around(0, 0, 2e-6));
    assertThat(particles).hasSizeGreaterThan(200);
    for (Particle one : particles) {
      assertThat(one.radiusMetres()).isBetween(15e-9, 30e-9);
      assertThat(particles).noneMatch(other -> !other.equals(one) && other.touches(one));
    }
  }

  @Test
  void findsTheSameParticlesWhateverIsAskedFirst() {
    Region region = Region.around(3e-6, -1e-6, 400e-9);
    ParticleFilm travelled = (ParticleFilm) Scenes.goldParticles(3);
    travelled.particlesIn(Region.around(3.2e-6, -1e-6, 600e-9));
    assertThat(travelled.particlesIn(region))
        .isEqualTo(((ParticleFilm) Scenes.goldParticles(3)).particlesIn(region));
  }

  /** Volume of a sphere and of a cube by summing their thickness. */
  @Test
  void particlesHaveTheThicknessOfTheirShape() {
    assertThat(volume(new Particle(ParticleKind.GOLD_SPHERES, 0, 0, 20e-9, 0)))
        .isCloseTo(4 * Math.PI / 3 * 8e-24, within(0.01 * 33.5e-24));
    assertThat(volume(new Particle(ParticleKind.SILVER_CUBES, 0, 0, 20e-9, 0.4)))
        .isCloseTo(64e-24, within(0.01 * 64e-24));
  }

  @Test
  void modesAreStrongestWhereTheyAreNamedAfter() {
    Particle cube = new Particle(ParticleKind.DOPED_OXIDE_CUBES, 0, 0, 20e-9, 0);
    assertThat(cube.cornerWeight(20e-9, 20e-9)).isEqualTo(1);
    assertThat(cube.edgeWeight(20e-9, 0)).isEqualTo(1);
    assertThat(cube.faceWeight(0, 0)).isEqualTo(1);
    assertThat(cube.cornerWeight(28e-9, 20e-9)).isCloseTo(StrictMath.exp(-1), within(1e-9));
    assertThat(cube.cornerWeight(20e-9, 0)).isLessThan(0.1);
    Particle sphere = new Particle(ParticleKind.GOLD_SPHERES, 0, 0, 10e-9, 0);
    assertThat(sphere.edgeWeight(0, 18e-9)).isCloseTo(StrictMath.exp(-1), within(1e-9));
    assertThat(sphere.cornerWeight(10e-9, 0)).isZero();
  }

  @Test
  void signalGrowsWithMassAndSaturates() {
    ParticleFilm film = (ParticleFilm) Scenes.goldParticles(1);
    assertThat(film.fraction(0)).isCloseTo(0.002, within(2e-5));
    double thin = film.fraction(1e-9) - film.fraction(0);
    double thick = film.fraction(60e-9) - film.fraction(0);
    assertThat(thin).isBetween(0.005, 0.02);
    assertThat(thick).isLessThan(60 * thin).isBetween(0.2, 0.4);
  }

  private static double volume(Particle particle) {
    double step = 0.2e-9;
    double sum = 0;
    for (double y = -30e-9; y < 30e-9; y += step) {
      for (double x = -30e-9; x < 30e-9; x += step) {
        sum += particle.thicknessMetres(x, y) * step * step;
      }
    }
    return sum;
  }
}
