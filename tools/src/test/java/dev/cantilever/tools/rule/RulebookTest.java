package dev.cantilever.tools.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulebookTest {

  private static final String TWO =
      """
      name: two v1
      rules:
        - {id: loops, when: {effects: [expose]}, asks: two_persons}
        - {id: bias, when: {near_limit: 0.5}, asks: notify}
      """;

  @TempDir private Path home;

  private static Deed deed(Effect effect, Autonomy autonomy, double bias) {
    return new Deed(
        "a.tool", effect, Actor.Kind.MODEL, autonomy, Map.of(Channel.BIAS, bias), false, false);
  }

  @Test
  void theRulesThatShipAskAPersonNearALimitWhateverTheAutonomy() {
    Rulebook rules = RuleFile.shipped();
    for (Autonomy autonomy : Autonomy.values()) {
      assertThat(rules.decide(deed(Effect.EXPOSE, autonomy, 0.8)))
          .isEqualTo(new Rulebook.Ruling("near-limit", Asking.ONE_PERSON));
    }
    assertThat(rules.decide(deed(Effect.EXPOSE, Autonomy.AUTONOMOUS, 0.79)))
        .isEqualTo(new Rulebook.Ruling("inside-a-lease", Asking.NOTHING));
    assertThat(rules.decide(deed(Effect.EXPOSE, Autonomy.SUPERVISE, 0.79)).rule())
        .isEqualTo("otherwise");
    assertThat(rules.decide(deed(Effect.READ, Autonomy.SUPERVISE, 1)).asks())
        .isEqualTo(Asking.NOTHING);
    assertThat(rules.decide(deed(Effect.EXPOSE, Autonomy.AUTONOMOUS, Double.NaN)).rule())
        .isEqualTo("near-limit");
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    Deed near = deed(Effect.EXPOSE, Autonomy.AUTONOMOUS, 0.9);
    Rulebook rules = RuleFile.read(TWO);
    assertThat(rules.decide(near)).isEqualTo(new Rulebook.Ruling("loops", Asking.TWO_PERSONS));
    Rulebook turned = new Rulebook("two v1", rules.rules().reversed());
    assertThat(turned.decide(near)).isEqualTo(new Rulebook.Ruling("bias", Asking.NOTIFY));
    assertThat(turned.hash()).isNotEqualTo(rules.hash());
  }

  @Test
  void whereNoRuleFitsWhatActsIsDenied() {
    Rulebook none = new Rulebook("none v1", List.of());
    assertThat(Stream.of(Effect.values()).map(e -> none.decide(deed(e, Autonomy.SUPERVISE, 0))))
        .extracting(Rulebook.Ruling::asks)
        .containsExactly(
            Asking.NOTHING, Asking.NOTHING, Asking.ONE_PERSON, Asking.DENY, Asking.DENY);
  }

  @Test
  void theHomesOwnRulesTakeThePlaceOfThoseThatShip() throws IOException {
    assertThat(RuleFile.in(home)).isEqualTo(RuleFile.shipped());
    Files.writeString(home.resolve(RuleFile.NAME), TWO);
    assertThat(RuleFile.in(home).name()).isEqualTo("two v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name: x\nrules: [",
        "name: x v1\nrules: []\nmore: 1",
        "name: x v1\nname: y v1\nrules: []",
        "name: x v1\nrules: [{id: a, when: {near_limit: 2}, asks: nothing}]",
        "name: x v1\nrules: [{id: a, when: {near_limit: .nan}, asks: nothing}]",
        "name: x v1\nrules: [{id: a, when: {}, asks: allow}]",
        "name: x v1\nrules: [{id: 'A b', when: {}, asks: nothing}]",
        "name: x v1\nrules: [{id: a, when: {}, asks: deny}, {id: a, when: {}, asks: deny}]",
        "name: ''\nrules: []"
      })
  void aFileThatCannotBeReadLetsNothingAct(String text) throws IOException {
    Files.writeString(home.resolve(RuleFile.NAME), text);
    Rulebook rules = RuleFile.in(home);
    for (Effect effect : Effect.values()) {
      assertThat(rules.decide(deed(effect, Autonomy.AUTONOMOUS, 0)).asks())
          .isEqualTo(effect.actsOnInstrument() ? Asking.DENY : Asking.NOTHING);
    }
  }

  @Test
  void aPartOfALimitCountsFromZeroOrFromTheLeast() {
    Limit bias = new Limit(Channel.BIAS, new Voltage(-10), new Voltage(5));
    assertThat(Headroom.part(bias, -8)).isEqualTo(0.8);
    assertThat(Headroom.part(bias, 4)).isEqualTo(0.8);
    assertThat(Headroom.part(bias, 0)).isZero();
    Limit exposure = new Limit(Channel.EXPOSURE, new TimeSpan(10), new TimeSpan(20));
    assertThat(Headroom.part(exposure, 18)).isEqualTo(0.8);
    assertThat(Headroom.part(exposure, 10)).isZero();
    Limit below = new Limit(Channel.BIAS, new Voltage(-10), new Voltage(0));
    assertThat(Headroom.part(below, -8)).isEqualTo(0.8);
  }
}
