package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/** What a sample stage can be asked. */
public sealed interface StageCommand extends Command {

  @Doc("Finds the reference marks; before that, absolute moves are refused.")
  record Home() implements StageCommand {}

  @Doc("Moves the stage in a straight line.")
  record MoveTo(
      @Doc("Where to.") SurfacePoint target,
      @Doc("Speed.") @Bounds(min = 1e-09, max = 1) Speed speed)
      implements StageCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.STAGE_X, target.x()),
          new Demand(Channel.STAGE_Y, target.y()),
          new Demand(Channel.STAGE_SPEED, speed));
    }
  }

  @Doc("Moves the stage in a straight line from where it stands.")
  record MoveBy(
      @Doc("To the right.") @Bounds(min = -1, max = 1) Length x,
      @Doc("Upwards.") @Bounds(min = -1, max = 1) Length y,
      @Doc("Speed.") @Bounds(min = 1e-09, max = 1) Speed speed)
      implements StageCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.STAGE_SPEED, speed));
    }
  }

  @Doc("Stops every axis; legal from every state.")
  record StopStage() implements StageCommand {}

  @Doc("Switches the motors on or off.")
  record Enable(@Doc("Whether they are to be on.") @Default("true") boolean on)
      implements StageCommand {}
}
