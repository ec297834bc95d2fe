package dev.cantilever.agent.web.api;

import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.event.DeskEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import java.util.Locale;

/** What happened to a run besides its calls, in words. */
final class HappenedText {

  private HappenedText() {}

  static String of(Event event) {
    return switch (event) {
      case RunEvent run -> of(run);
      case StepEvent step -> of(step);
      case CampaignEvent campaign -> of(campaign);
      case SearchEvent search -> of(search);
      case CallEvent call -> call.call().value();
      case ChatEvent talk -> "talk";
      case ApprovalEvent approval -> approval.ticket().value();
      case DeskEvent laid -> "laid down at the desk";
    };
  }

  private static String of(RunEvent event) {
    return switch (event) {
      case RunEvent.Opened opened -> "began: " + opened.plan().goal();
      case RunEvent.Approved approved -> "approved " + approved.planHash();
      case RunEvent.StopProven proven ->
          "the stop of %s was tried; %s"
              .formatted(proven.instrument(), proven.atRest() ? "at rest" : "NOT at rest");
      case RunEvent.Resumed resumed -> "resumed by another process";
      case RunEvent.PauseRequested pause -> "pause: " + pause.reason();
      case RunEvent.CourseRequested course ->
          "another course, by %s: %s".formatted(course.by(), course.change());
      case RunEvent.Continued on -> "continued";
      case RunEvent.Suspended waits ->
          "%s suspends it: %s".formatted(waits.instrument(), waits.reason());
      case RunEvent.Recovered well -> well.instrument() + " is well again";
      case RunEvent.StopRequested stop -> "stop: " + stop.reason();
      case RunEvent.AbortRequested abort -> "abort: " + abort.reason();
      case RunEvent.BroughtToRest rest ->
          "%s was stopped; %s"
              .formatted(rest.instrument(), rest.atRest() ? "at rest" : "NOT at rest");
      case RunEvent.Ended ended ->
          (ended.status().name().toLowerCase(Locale.ROOT) + " " + ended.reason()).strip();
    };
  }

  private static String of(StepEvent event) {
    return switch (event) {
      case StepEvent.Judged judged -> "%s is %s".formatted(judged.condition(), judged.holds());
      case StepEvent.Measured found -> "%s = %s".formatted(found.name(), found.value());
      case StepEvent.CheckpointReached reached -> "reached \"%s\"".formatted(reached.name());
      case StepEvent.Asked asked -> "asked \"%s\"".formatted(asked.question());
      case StepEvent.Answered answered -> "answered \"%s\"".formatted(answered.choice());
    };
  }

  private static String of(CampaignEvent event) {
    return switch (event) {
      case CampaignEvent.Started started -> "a campaign began, by " + started.call();
      case CampaignEvent.BatchProposed batch -> "batch " + batch.iteration();
      case CampaignEvent.Measured one -> "site %d by %s".formatted(one.site(), one.call());
      case CampaignEvent.Masked one -> "site %d masked: %s".formatted(one.site(), one.reason());
      case CampaignEvent.Steered steered ->
          "steered by %s: %s".formatted(steered.by(), steered.change());
      case CampaignEvent.Revalued one -> "site %d revalued".formatted(one.site());
      case CampaignEvent.Finished finished -> "the campaign ended: " + finished.reason();
    };
  }

  private static String of(SearchEvent event) {
    return switch (event) {
      case SearchEvent.Started started -> "a search began, by " + started.call();
      case SearchEvent.Proposed batch -> "batch " + batch.iteration();
      case SearchEvent.Observed one -> "trial %d by %s".formatted(one.trial(), one.call());
      case SearchEvent.Masked one -> "trial %d masked: %s".formatted(one.trial(), one.reason());
      case SearchEvent.Steered steered ->
          "steered by %s: %s".formatted(steered.by(), steered.change());
      case SearchEvent.Finished finished -> "the search ended: " + finished.reason();
    };
  }
}
