package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.rule.RuleFile;
import dev.cantilever.tools.rule.Rulebook;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.Optional;

/** The other runs of this installation. */
public interface RunArchive {

  /** State of a finished or running run. */
  Optional<RunState> find(RunId run);

  /** Data of a run by content hash. */
  Optional<byte[]> blob(RunId run, String hash);

  /** Runs that have begun, oldest first. */
  List<RunId> runs();

  /** Tells a running run something; false where there is none to tell. */
  boolean tell(RunId run, Event event);

  /** Asks a running run to end before its next step; false where there is none to ask. */
  default boolean requestStop(RunId run, String reason) {
    return tell(run, new RunEvent.StopRequested(reason));
  }

  /** Whom calls ask here. */
  default Rulebook rules() {
    return RuleFile.shipped();
  }

  /** Microscopy files that a person has laid in. */
  DataFolder data();
}
