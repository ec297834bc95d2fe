package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.foreign.CatalogueName;
import dev.cantilever.vocabulary.command.Effect;
import java.util.Locale;

/**
 * A tool as a foreign host sees it.
 *
 * @param name on the wire
 * @param summary what it does and when not to use it
 * @param leavesTraces whether more than an entry in the log is left of a call
 * @param input schema of its arguments
 * @param output schema of its result
 */
public record ToolFace(
    String name,
    String summary,
    Effect effect,
    boolean leavesTraces,
    ObjectNode input,
    ObjectNode output) {

  /** The same by its name on the wire, its schemas in fewer words. */
  ToolFace onTheWire(String other) {
    return new ToolFace(
        other,
        summary,
        effect,
        leavesTraces,
        TerseSchema.ofArguments(input),
        TerseSchema.ofResult(output));
  }

  /** For people: {@code spm.set_drive} is "spm: set drive". */
  public String title() {
    return name.replaceFirst("\\.", ": ").replace('_', ' ');
  }

  /** What may be called at any time, for it changes nothing. */
  public boolean isReadOnly() {
    return !effect.actsOnInstrument() && !leavesTraces;
  }

  /** Whether it may do what cannot be undone by setting something back. */
  public boolean isDestructive() {
    return switch (effect) {
      case COMPUTE, READ, ADJUST -> false;
      case MOVE, EXPOSE -> true;
    };
  }

  /** Whether it asks somebody outside; the name on the wire may have underscores for dots. */
  public boolean isOpenWorld() {
    return name.replace('_', '.').startsWith(CatalogueName.PREFIX);
  }

  /** In the journal's word. */
  public String effectInWords() {
    return effect.name().toLowerCase(Locale.ROOT);
  }
}
