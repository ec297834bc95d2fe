package dev.cantilever.tools.instrument;

import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Recalled;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Demand;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** A tool whose call is exactly one command to one instrument. */
interface CommandTool<I extends Record, O extends Record> extends Tool<I, O> {

  /** The command, and what its reading means. */
  GateCall<O> call(I input);

  @Override
  default List<Problem> check(I input, Bench bench) {
    return call(input).check(bench);
  }

  @Override
  default List<Demand> demands(I input) {
    return call(input).command().demands();
  }

  @Override
  default ToolResult<O> run(I input, CallContext context) {
    return call(input).run(context);
  }

  @Override
  default Recalled<O> recall(I input, CallContext context) {
    return call(input).recall(context);
  }
}
