package dev.cantilever.tests.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.plan.Step;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences that are damaged at random: another plan comes of none without that being shown. */
class MutationTest {

  private static final int ROUNDS = 60;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private static final List<String> SENTENCES =
      List.of(
          "Take an image of 500 nm with 64 pixels on the afm",
          "Set the setpoint of the afm to 0.7 and the line rate to 2 Hz",
          "Approach the surface with the afm and withdraw by 50 µm",
          "Scan 500 nm from top to bottom with the afm",
          "Move the probe of the afm 2 µm to the right and 1 µm up",
          "Measure the roughness over 1 µm with the afm",
          "Take a force curve up to 10 nN over 100 nm on the afm",
          "Take a magnetic image at a lift height of 50 nm on the afm",
          "Map the hysteresis loop area of the PbTiO3 film with 20 points, 5 at a time",
          "Find the toughest crossed barrel with 40 trials");

  /** Words in which a letter more or less is another word of the same kind, and units. */
  private static final Set<String> KEPT = Set.of("nm", "µm", "Hz", "nN", "afm");

  @TempDir private Path home;

  @Test
  void aDamagedSentenceGivesTheSamePlanOrNoneOrShowsWhatWasRead() {
    GrammarPlanner planner = new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"));
    List<String> silent = new ArrayList<>();
    Random random = new Random(20261122);
    int accepted = 0;
    try (StandingDesk desk = new StandingDesk(new Home(home, InstantSource.system()))) {
      for (String sentence : SENTENCES) {
        Reply.Proposal meant = (Reply.Proposal) planner.reply(Dialogue.of(sentence, 1), desk);
        for (int i = 0; i < ROUNDS; i++) {
          String damaged = damaged(sentence, random);
          if (planner.reply(Dialogue.of(damaged, 1), desk) instanceof Reply.Proposal read) {
            accepted++;
            if (!steps(read).equals(steps(meant)) && hides(read, meant)) {
              silent.add(damaged + " -> " + steps(read));
            }
          }
        }
      }
    }
    assertThat(accepted).isGreaterThan(ROUNDS);
    assertThat(silent).isEmpty();
  }

  private static List<Step> steps(Reply.Proposal proposal) {
    return proposal.plan().steps();
  }

  /** Whether everything that is shown would have been shown for the sentence that was meant. */
  private static boolean hides(Reply.Proposal read, Reply.Proposal meant) {
    Set<String> shown = new HashSet<>(read.understood());
    meant.understood().forEach(shown::remove);
    return shown.isEmpty();
  }

  private static String damaged(String sentence, Random random) {
    List<String> words = new ArrayList<>(Arrays.asList(sentence.split(" ", -1)));
    int at = random.nextInt(words.size());
    String word = words.get(at);
    if (random.nextInt(4) == 0) {
      words.remove(at);
    } else if (!KEPT.contains(word) && word.matches("[A-Za-z]{3,}")) {
      words.set(at, edited(word, random));
    } else {
      words.add(at, words.get(random.nextInt(words.size())));
    }
    return String.join(" ", words);
  }

  private static String edited(String word, Random random) {
    int at = random.nextInt(word.length());
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    return switch (random.nextInt(3)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + letter + word.substring(at);
      default -> word.substring(0, at) + letter + word.substring(at + 1);
    };
  }
}
