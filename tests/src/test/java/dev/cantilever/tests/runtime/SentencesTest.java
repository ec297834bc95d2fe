package dev.cantilever.tests.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.event.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of dialogues, each with what must come of it. */
class SentencesTest {

  private static final double GOAL = 0.95;

  @TempDir private static Path home;
  private static StandingDesk desk;
  private final Planner planner = new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"));

  private record Row(List<String> sentences, Expected expected) {}

  private record Result(Row row, Heard heard) {

    boolean isRight() {
      return row.expected().isMet(heard);
    }

    boolean isWrongAction() {
      return row.expected().isWrongAction(heard);
    }
  }

  @BeforeAll
  static void openDesk() {
    desk = new StandingDesk(new Home(home, InstantSource.system()));
  }

  @AfterAll
  static void closeDesk() {
    desk.close();
  }

  private static List<Row> rows(String file) throws IOException {
    try (InputStream stream = SentencesTest.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .map(parts -> new Row(List.of(parts[0].split(" \\| ", -1)), Expected.of(parts[1])))
          .toList();
    }
  }

  private Result result(Row row) {
    Actor person = new Actor(Actor.Kind.PERSON, "tester", Actor.Channel.CHAT);
    Conversation conversation = new Conversation(planner, desk, person, 0);
    List<Heard> heard = new ArrayList<>();
    row.sentences().forEach(sentence -> heard.add(conversation.say(sentence)));
    return new Result(row, heard.getLast());
  }

  @Test
  void areReadAsMeantOrNotActedOn() throws IOException {
    List<Row> rows = new ArrayList<>(rows("sentences.tsv"));
    rows.addAll(rows("held-out.tsv"));
    List<Result> results = rows.stream().map(this::result).toList();
    results.stream()
        .filter(result -> !result.isRight())
        .forEach(result -> System.out.println("misread " + result));
    double right = results.stream().filter(Result::isRight).count() / (double) rows.size();
    int wrong = (int) results.stream().filter(Result::isWrongAction).count();
    Figures.atLeast(
        "runtime-5c", "sentences that come out as meant, of " + rows.size(), right, "", GOAL, "-");
    Figures.atMost("runtime-5d", "sentences with a wrong plan", wrong, "", 0, "-");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(300);
    assertThat(right).isGreaterThanOrEqualTo(GOAL);
    assertThat(wrong).isZero();
  }

  /** Every example of the page about the chat, in its dialogues. */
  @Test
  void whatThePageAboutTheChatSaysIsUnderstood() throws IOException {
    String page = Files.readString(Path.of("../docs/chat.md"));
    List<String> dialogue = new ArrayList<>();
    int said = 0;
    for (String line : page.lines().toList()) {
      if (!line.startsWith("> ")) {
        dialogue.clear();
        continue;
      }
      dialogue.add(line.substring(2));
      Heard heard = result(new Row(dialogue, Expected.of("plan: "))).heard();
      boolean refused =
          heard instanceof Heard.Refused
              || (heard instanceof Heard.Words words && words.reply() instanceof Reply.Cannot);
      assertThat(refused).as("%s: %s", dialogue, heard).isFalse();
      said++;
    }
    assertThat(said).isGreaterThan(30);
  }

  /** What help offers can be planned as it stands. */
  @Test
  void everyExampleOfHelpGivesAPlan() {
    String help =
        ((Heard.Words) result(new Row(List.of("help"), Expected.of("says: "))).heard()).text();
    assertThat(help.lines())
        .allSatisfy(
            line -> {
              String example = line.substring(line.indexOf("say for example: ") + 17);
              Heard heard = result(new Row(List.of(example), Expected.of("plan: "))).heard();
              assertThat(heard).as(example).isInstanceOf(Heard.Plan.class);
            });
  }
}
