package dev.cantilever.tests.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must come of a dialogue.
 *
 * @param kind plan, ask, no, refused or says
 * @param rest calls of a plan, or words that the answer must hold
 */
record Expected(String kind, String rest) {

  private static final Pattern ARGUMENT = Pattern.compile("([a-z_.]+)=(.*?)(?=\\s+[a-z_.]+=|$)");

  static Expected of(String text) {
    int colon = text.indexOf(": ");
    return new Expected(text.substring(0, colon), text.substring(colon + 2).strip());
  }

  boolean isMet(Heard heard) {
    return switch (heard) {
      case Heard.Plan plan -> kind.equals("plan") && isPlan(plan.verdict().plan());
      case Heard.Refused refused ->
          kind.equals("refused") && refused.verdict().problems().toString().contains(rest);
      case Heard.Words words -> kind.equals(kind(words.reply())) && words.text().contains(rest);
    };
  }

  private static String kind(Reply reply) {
    return switch (reply) {
      case Reply.Question question -> "ask";
      case Reply.Cannot cannot -> "no";
      case Reply.Said said -> "says";
      case Reply.Proposal proposal -> "plan";
    };
  }

  /** A plan where none was wanted, or one with other calls than were asked for. */
  boolean isWrongAction(Heard heard) {
    return heard instanceof Heard.Plan && !isMet(heard);
  }

  private boolean isPlan(Plan plan) {
    List<String> added = new ArrayList<>();
    if (rest.endsWith("+sweep") || rest.endsWith("+engage")) {
      added.add("spm.tune");
    }
    if (rest.endsWith("+engage")) {
      added.add("spm.approach");
    }
    List<String> wanted =
        new ArrayList<>(List.of(rest.replaceAll("\\s*\\+(sweep|engage)$", "").split(";\\s*")));
    for (Made made : flat(plan.steps())) {
      if (!wanted.isEmpty() && made.is(wanted.getFirst())) {
        wanted.removeFirst();
      } else if (!added.remove(made.word())) {
        return false;
      }
    }
    return wanted.isEmpty();
  }

  /** A call, or the beginning or end of steps inside of a step. */
  private record Made(String word, JsonNode arguments) {

    boolean is(String wanted) {
      int blank = wanted.indexOf(' ');
      if (!word.equals(blank < 0 ? wanted : wanted.substring(0, blank))) {
        return false;
      }
      Matcher matcher = ARGUMENT.matcher(blank < 0 ? "" : wanted.substring(blank));
      boolean same = true;
      while (matcher.find()) {
        JsonNode found = arguments;
        for (String part : matcher.group(1).split("\\.", -1)) {
          found = found.path(part);
        }
        same &= AfmTask.same(TextNode.valueOf(matcher.group(2)), found);
      }
      return same;
    }
  }

  private static List<Made> flat(List<Step> steps) {
    List<Made> made = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Call call ->
            made.add(new Made(call.tool(), StrictJson.ours(call.arguments().canonical())));
        case Step.Repeat repeat -> inside(made, "repeat:" + repeat.atMost(), repeat.steps());
        case Step.ForEach each ->
            inside(made, "for_each:" + StrictJson.ours(each.in().canonical()).size(), each.steps());
        case Step.When when -> inside(made, "when", when.steps());
        case Step.Measure measure -> {}
        case Step.Checkpoint checkpoint -> {}
        case Step.Ask ask -> made.add(new Made("ask", StrictJson.ours("{}")));
      }
    }
    return made;
  }

  private static void inside(List<Made> made, String word, List<Step> steps) {
    made.add(new Made(word, StrictJson.ours("{}")));
    made.addAll(flat(steps));
    made.add(new Made("end", StrictJson.ours("{}")));
  }
}
