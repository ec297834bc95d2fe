package dev.cantilever.agent.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The names of OpenTelemetry's conventions for generative AI, as of 1.37, status "development": if
 * they change, they change here. Names of our own begin with {@code cantilever}.
 */
final class GenAi {

  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
  static final AttributeKey<String> AGENT_NAME = AttributeKey.stringKey("gen_ai.agent.name");
  static final AttributeKey<String> AGENT_ID = AttributeKey.stringKey("gen_ai.agent.id");
  static final AttributeKey<String> CONVERSATION = AttributeKey.stringKey("gen_ai.conversation.id");
  static final AttributeKey<String> WORKFLOW = AttributeKey.stringKey("gen_ai.workflow.name");
  static final AttributeKey<String> TOOL_NAME = AttributeKey.stringKey("gen_ai.tool.name");
  static final AttributeKey<String> TOOL_TYPE = AttributeKey.stringKey("gen_ai.tool.type");
  static final AttributeKey<String> TOOL_CALL = AttributeKey.stringKey("gen_ai.tool.call.id");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  static final AttributeKey<String> EFFECT = AttributeKey.stringKey("cantilever.effect");
  static final AttributeKey<String> DECISION = AttributeKey.stringKey("cantilever.decision");
  static final AttributeKey<String> PLAN = AttributeKey.stringKey("cantilever.plan");
  static final AttributeKey<Long> ENTRY = AttributeKey.longKey("cantilever.log.entry");

  static final String INVOKE_AGENT = "invoke_agent";
  static final String INVOKE_WORKFLOW = "invoke_workflow";
  static final String EXECUTE_TOOL = "execute_tool";
  static final String FUNCTION = "function";

  private GenAi() {}
}
