package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.dispatch.Aim;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Reading;
import dev.cantilever.tools.dispatch.Received;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.plan.Scope.Binding;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks one call of a plan, whose arguments may be values that are not there yet. */
final class CallCheck {

  private static final String UNNAMED =
      "the instrument must be named in the plan, so that who approves it knows";

  /** Reasons that an earlier step may do away with; they are looked at again before each call. */
  private static final Set<ProblemCode> OF_THE_MOMENT =
      EnumSet.of(
          ProblemCode.STATE,
          ProblemCode.INTERLOCK,
          ProblemCode.STEP,
          ProblemCode.RATE,
          ProblemCode.DEVICE);

  private final CallReader reader;
  private final Bench bench;
  private final Set<InstrumentId> acted = new HashSet<>();

  CallCheck(CallReader reader, Bench bench) {
    this.reader = reader;
    this.bench = bench;
  }

  /** What came of it; the call is canonical as far as it could be read. */
  record Checked(Step.Call call, List<Problem> problems, Cost predicted) {}

  /** What a reference stands for, or why it stands for nothing. */
  record Found(Optional<Binding> binding, Optional<String> problem) {}

  static Found find(JsonNode written, Scope scope) {
    Optional<Reference> reference = Reference.of(written);
    if (reference.isEmpty()) {
      return new Found(
          Optional.empty(),
          Optional.of(
              "a value of an earlier step is written {\"$\": \"name.field\"}, with min and max beside it"
                  + " or nothing"));
    }
    Optional<Binding> binding = scope.find(reference.get());
    return new Found(
        binding,
        binding.isPresent()
            ? Optional.empty()
            : Optional.of(Missing.words(reference.get(), scope)));
  }

  /** What a tool returns. */
  Shape result(String tool) {
    return reader
        .catalogue()
        .find(tool)
        .map(entry -> new Shape(entry.output().schema()))
        .orElse(Shape.ANY);
  }

  Checked check(Step.Call call, Scope scope) {
    JsonNode written = StrictJson.ours(call.arguments().canonical());
    List<Template.Hole> holes = Template.holes(written);
    List<Problem> problems = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Template.Hole hole : holes) {
      Found found = find(hole.written(), scope);
      found.problem().ifPresent(words -> problems.add(at(hole, ProblemCode.NOT_FOUND, words)));
      if (hole.pointer().equals("/instrument")) {
        problems.add(at(hole, ProblemCode.ARG_TYPE, UNNAMED));
      }
      if (!(found.binding().orElse(null) instanceof Binding.Known)) {
        open.add(hole.pointer());
      }
      if (found.binding().orElse(null) instanceof Binding.Typed typed) {
        mismatch(call.tool(), hole, typed.shape()).ifPresent(problems::add);
      }
      found
          .binding()
          .flatMap(bound -> hole.range())
          .flatMap(range -> range.problem(target(call.tool(), hole)))
          .ifPresent(words -> problems.add(at(hole, ProblemCode.ARG_RANGE, words)));
    }
    JsonNode filled = Template.fill(written, hole -> known(hole, scope));
    return switch (reader.read(call.tool(), CanonicalJson.text(filled))) {
      case Reading.Malformed malformed -> {
        malformed.problems().stream()
            .filter(problem -> open.stream().noneMatch(hole -> lies(problem.pointer(), hole)))
            .forEach(problems::add);
        yield new Checked(kept(call), problems, Cost.NONE);
      }
      case Reading.Understood<?, ?> understood -> {
        problems.addAll(now(understood));
        Step.Call canonical =
            new Step.Call(understood.step().tool(), understood.step().arguments(), call.as());
        yield new Checked(
            holes.isEmpty() ? canonical : call,
            problems,
            problems.isEmpty() ? predict(understood) : Cost.NONE);
      }
    };
  }

  /**
   * What the present state forbids counts only for the first call that acts on an instrument, or
   * that has it look: a sweep over the resonance, too, changes what may follow.
   */
  private List<Problem> now(Reading.Understood<?, ?> call) {
    List<Problem> found = reader.check(call, bench);
    Optional<InstrumentId> instrument = Aim.of(call.step().arguments());
    boolean later = instrument.filter(acted::contains).isPresent();
    if (call.entry().tool().card().effect().actsOnInstrument()
        || VerbTool.isVerb(call.step().tool())) {
      instrument.ifPresent(acted::add);
    }
    return later
        ? found.stream().filter(problem -> !OF_THE_MOMENT.contains(problem.code())).toList()
        : found;
  }

  private static boolean lies(String pointer, String hole) {
    return pointer.equals(hole) || pointer.startsWith(hole + "/");
  }

  private static Step.Call kept(Step.Call call) {
    return new Step.Call(Received.keep(call.tool()), call.arguments(), call.as());
  }

  private static JsonNode known(JsonNode hole, Scope scope) {
    return find(hole, scope).binding().orElse(null) instanceof Binding.Known known
        ? known.value()
        : JsonNodeFactory.instance.nullNode();
  }

  private Optional<Problem> mismatch(String tool, Template.Hole hole, Shape shape) {
    Shape target = target(tool, hole);
    return shape.fits(target)
        ? Optional.empty()
        : Optional.of(
            at(
                hole,
                ProblemCode.ARG_TYPE,
                "%s is %s and %s is wanted"
                    .formatted(
                        hole.written().path(Reference.MARK).asText(),
                        shape.inWords(),
                        target.inWords())));
  }

  private Shape target(String tool, Template.Hole hole) {
    return reader.catalogue().find(tool).map(entry -> target(entry, hole)).orElse(Shape.ANY);
  }

  private static Shape target(Catalogue.Entry<?, ?> entry, Template.Hole hole) {
    Shape shape = new Shape(entry.input().schema());
    for (String segment : hole.pointer().substring(1).split("/", -1)) {
      shape = shape.at(segment).orElse(Shape.ANY);
    }
    return shape;
  }

  private static Problem at(Template.Hole hole, ProblemCode code, String words) {
    return new Problem(
        code,
        hole.pointer(),
        hole.pointer() + ": " + words,
        "",
        hole.written().toString(),
        List.of());
  }

  private <I extends Record, O extends Record> Cost predict(Reading.Understood<I, O> step) {
    return step.entry().tool().predict(step.input(), bench);
  }
}
