package dev.cantilever.tools.tool;

import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.Optional;

/** The run as a tool sees it. */
public interface RunPort {

  RunId id();

  /** The state folded from the journal as it is now, with what other processes wrote. */
  RunState state();

  /**
   * The state before the next step, once nobody holds the run.
   *
   * @param atCheckpoint whether nothing is in the middle of anything
   */
  RunState released(boolean atCheckpoint);

  /** Puts one campaign event on disk. */
  void record(CampaignEvent event);

  /** Puts one event of a campaign over conditions on disk. */
  void record(SearchEvent event);

  /** Calls another tool on behalf of a running call; the same gate, the same journal. */
  ToolResult<? extends Record> call(CallId parent, String tool, Record input);

  /** Data of this or another run by content hash. */
  Optional<byte[]> blob(RunId run, String hash);

  /** The state of any run, for reading. */
  Optional<RunState> other(RunId run);

  /** Runs that have begun, oldest first. */
  List<RunId> runs();

  /** Tells a running run something; false where there is none to tell. */
  boolean tell(RunId run, Event event);

  /** Microscopy files that a person has laid in. */
  DataFolder data();
}
