package dev.cantilever.agent.web.api;

import dev.cantilever.tools.dispatch.Aim;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Demand;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Quantity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run has asked of each channel last, by the arguments of its calls. */
record Setpoints(Map<Channel, Setpoint> byChannel) {

  /** Further back nobody looks for what holds now. */
  private static final int CALLS = 300;

  /** Asked by one call. */
  record Setpoint(Quantity value, CallId call) {}

  static Setpoints none() {
    return new Setpoints(Map.of());
  }

  /** Of an instrument, by calls that were carried out. */
  static Setpoints of(RunState run, InstrumentId instrument, Catalogue tools) {
    Map<Channel, Setpoint> found = new EnumMap<>(Channel.class);
    List<CallState> calls = run.calls();
    for (CallState call : calls.subList(Math.max(0, calls.size() - CALLS), calls.size())) {
      if (call.result().isPresent() && isFor(instrument, call)) {
        for (Demand one : demands(call, tools)) {
          found.put(one.channel(), new Setpoint(one.value(), call.call()));
        }
      }
    }
    return new Setpoints(found);
  }

  private static boolean isFor(InstrumentId instrument, CallState call) {
    return call.arguments().flatMap(Aim::of).filter(instrument::equals).isPresent();
  }

  private static List<Demand> demands(CallState call, Catalogue tools) {
    return tools
        .find(call.tool())
        .map(entry -> demands(entry, call.arguments().orElseThrow()))
        .orElseGet(List::of);
  }

  private static <I extends Record> List<Demand> demands(
      Catalogue.Entry<I, ?> entry, JsonText arguments) {
    return entry.tool().demands(entry.input().ours(arguments));
  }

  Optional<Setpoint> of(Channel channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }
}
