package dev.cantilever.agent.mcp.sdk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;

/** The SDK's messages as JSON. Numbers of a client stay decimals, digit by digit. */
final class SdkJson implements McpJsonMapper {

  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Override
  public <T> T readValue(String content, Class<T> type) throws IOException {
    return MAPPER.readValue(content, type);
  }

  @Override
  public <T> T readValue(byte[] content, Class<T> type) throws IOException {
    return MAPPER.readValue(content, type);
  }

  @Override
  public <T> T readValue(String content, TypeRef<T> type) throws IOException {
    return MAPPER.readValue(content, MAPPER.constructType(type.getType()));
  }

  @Override
  public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
    return MAPPER.readValue(content, MAPPER.constructType(type.getType()));
  }

  @Override
  public <T> T convertValue(Object value, Class<T> type) {
    return MAPPER.convertValue(value, type);
  }

  @Override
  public <T> T convertValue(Object value, TypeRef<T> type) {
    return MAPPER.convertValue(value, MAPPER.constructType(type.getType()));
  }

  @Override
  public String writeValueAsString(Object value) throws IOException {
    return MAPPER.writeValueAsString(value);
  }

  @Override
  public byte[] writeValueAsBytes(Object value) throws IOException {
    return MAPPER.writeValueAsBytes(value);
  }
}
