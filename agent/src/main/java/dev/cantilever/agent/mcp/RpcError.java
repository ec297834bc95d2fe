package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Why a message is not served, by the codes of JSON-RPC 2.0. Reasons of ours, such as a limit of an
 * instrument, are results of calls and never stand here.
 */
public enum RpcError {
  NOT_JSON(-32700),
  NOT_A_REQUEST(-32600),
  UNKNOWN_METHOD(-32601),
  WRONG_PARAMETERS(-32602),
  BROKEN(-32603);

  private final int code;

  RpcError(int code) {
    this.code = code;
  }

  /** As it stands on the wire. */
  public int code() {
    return code;
  }

  /**
   * The answer that says so.
   *
   * @param id of the request, text or whole number; null where it could not be read
   */
  public String answer(Object id, String words) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    if (id instanceof Long number) {
      answer.put("id", number);
    } else {
      answer.put("id", id instanceof String text ? text : null);
    }
    answer.putObject("error").put("code", code).put("message", words);
    return answer.toString();
  }
}
