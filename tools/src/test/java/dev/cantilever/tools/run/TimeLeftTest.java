package dev.cantilever.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Started;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

  private static final int POINTS = 100;

  /** Of the moments after a fifth of the run, the part in which the truth lay in the interval. */
  private static double kept(IntToDoubleFunction secondsOfPoint) {
    double[] seconds = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      seconds[i] = secondsOfPoint.applyAsDouble(i);
    }
    int inside = 0;
    List<Duration> known = new ArrayList<>();
    for (int done = 1; done < POINTS; done++) {
      known.add(duration(seconds[done - 1]));
      if (done < POINTS / 5) {
        continue;
      }
      double truth = 0;
      for (int i = done; i < POINTS; i++) {
        truth += seconds[i];
      }
      TimeLeft told = TimeLeft.of(known, POINTS - done).orElseThrow();
      boolean isInside =
          told.least().compareTo(duration(truth)) <= 0
              && told.most().compareTo(duration(truth)) >= 0;
      inside += isInside ? 1 : 0;
    }
    return inside / (POINTS * 0.8);
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static double mean(IntToDoubleFunction keptOfSeed) {
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      sum += keptOfSeed.applyAsDouble(seed);
    }
    return sum / 200;
  }

  @Test
  void pointsThatDiffer() {
    assertThat(
            mean(
                seed -> {
                  Random random = new Random(seed);
                  return kept(i -> 2 + 0.5 * random.nextGaussian());
                }))
        .isBetween(0.9, 0.999);
  }

  @Test
  void pointsThatGrowSlower() {
    assertThat(
            mean(
                seed -> {
                  Random random = new Random(seed);
                  return kept(i -> 1 + 0.05 * i + 0.3 * random.nextGaussian());
                }))
        .isBetween(0.9, 0.999);
  }

  @Test
  void batchesWithThoughtBetweenThem() {
    assertThat(
            mean(
                seed -> {
                  Random random = new Random(seed);
                  return kept(i -> (i % 10 == 0 ? 3 + 0.02 * i : 0.5) + random.nextDouble());
                }))
        .isBetween(0.9, 1.0);
  }

  @Test
  void pointsThatAreSlowNowAndThen() {
    assertThat(
            mean(
                seed -> {
                  Random random = new Random(seed);
                  return kept(i -> 1 - Math.log(1 - random.nextDouble()));
                }))
        .isBetween(0.9, 0.999);
  }

  @Test
  void theIntervalIsOfUse() {
    List<Duration> known = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      known.add(duration(2 + 0.5 * random.nextGaussian()));
    }
    TimeLeft told = TimeLeft.of(known, 50).orElseThrow();
    assertThat(told.likely()).isBetween(Duration.ofSeconds(85), Duration.ofSeconds(115));
    assertThat(told.most().minus(told.least())).isLessThan(Duration.ofSeconds(80));
  }

  @Test
  void tooFewSayNothing() {
    List<Duration> three = List.of(duration(1), duration(1), duration(1));
    assertThat(TimeLeft.of(three, 5)).isEmpty();
    assertThat(TimeLeft.of(List.of(duration(1), duration(1), duration(1), duration(1)), 0))
        .isEmpty();
  }

  @Test
  void inWords() {
    assertThat(told(40, 20, 70)).isEqualTo("about 40 s left (20 to 70 s)");
    assertThat(told(130, 61, 240)).isEqualTo("about 2.2 min left (1.0 to 4.0 min)");
    assertThat(told(9000, 7200, 54000)).isEqualTo("about 2.5 h left (2.0 to 15 h)");
  }

  private static String told(double likely, double least, double most) {
    return new TimeLeft(duration(likely), duration(least), duration(most)).inWords();
  }

  @Test
  void aPauseIsNoMeasuring() {
    RunState run = new RunState();
    SiteGrid sites = new SiteGrid(2, 2, new Length(1), new Length(1));
    apply(run, 0, new Started(new CallId("call-1"), new JsonText("{}"), sites));
    apply(run, 3, new Measured(0, new CallId("call-2"), "sha256:0", 1));
    apply(run, 1000, new RunEvent.Continued());
    apply(run, 1004, new Measured(1, new CallId("call-3"), "sha256:0", 1));
    assertThat(run.pointTimes()).containsExactly(duration(3), duration(4));
  }

  private static void apply(RunState run, int second, Event event) {
    run.apply(Instant.ofEpochSecond(second), Actor.RUNTIME, event);
  }
}
