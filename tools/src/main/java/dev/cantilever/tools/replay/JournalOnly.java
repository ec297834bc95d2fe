package dev.cantilever.tools.replay;

import dev.cantilever.tools.dispatch.RunArchive;
import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.RunPort;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** A run that can be read and not written to. */
record JournalOnly(RunLog log, RunArchive archive) implements RunPort {

  @Override
  public RunId id() {
    return log.id();
  }

  @Override
  public RunState state() {
    return log.state();
  }

  @Override
  public void record(CampaignEvent event) {
    throw new UnsupportedOperationException("a replay writes nothing");
  }

  @Override
  public void record(SearchEvent event) {
    throw new UnsupportedOperationException("a replay writes nothing");
  }

  @Override
  public ToolResult<? extends Record> call(CallId parent, String tool, Record input) {
    return ToolResult.failed(
        EffectHappened.NONE, Problem.of(ProblemCode.DENIED, "a replay calls nothing"));
  }

  @Override
  public Optional<byte[]> blob(RunId run, String hash) {
    return run.equals(log.id()) ? log.blob(hash) : archive.blob(run, hash);
  }

  @Override
  public Optional<RunState> other(RunId run) {
    return run.equals(log.id()) ? Optional.of(log.state()) : archive.find(run);
  }

  @Override
  public List<RunId> runs() {
    return archive.runs();
  }

  @Override
  public RunState released(boolean atCheckpoint) {
    return log.state();
  }

  @Override
  public boolean tell(RunId run, Event event) {
    return false;
  }

  @Override
  public DataFolder data() {
    return archive.data();
  }
}
