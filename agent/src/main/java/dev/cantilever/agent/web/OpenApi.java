package dev.cantilever.agent.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.tool.Catalogue;
import java.util.List;
import java.util.Locale;

/**
 * The OpenAPI document (3.1), from the routes and from the catalogue: a tool has a path of its own
 * with the schemas that its records give it.
 */
public final class OpenApi {

  private static final String TOOL = "{" + PathPart.TOOL.word() + "}";

  private OpenApi() {}

  /**
   * The document.
   *
   * @param software name and version of this program
   */
  public static ObjectNode of(List<Route> routes, Catalogue tools, String software) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    String[] words = software.split(" ", 2);
    document.putObject("info").put("title", words[0]).put("version", words[1]);
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      if (route.path().endsWith("/" + TOOL) && route.changesSomething()) {
        tools.entries().forEach(entry -> tool(paths, route, entry));
      } else {
        operation(paths, route.path(), route);
      }
    }
    ObjectNode components = document.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    components.putObject("schemas").set("trouble", Trouble.schema());
    return document;
  }

  private static void tool(ObjectNode paths, Route route, Catalogue.Entry<?, ?> entry) {
    String name = entry.tool().card().name();
    ObjectNode operation = operation(paths, route.path().replace(TOOL, name), route);
    operation.put("summary", entry.tool().card().summary());
    operation.put("x-effect", entry.tool().card().effect().name().toLowerCase(Locale.ROOT));
    operation
        .withObject("/requestBody/content")
        .withObjectProperty("application/json")
        .set("schema", entry.input().schema());
    operation
        .withObject("/responses/200/content")
        .withObjectProperty("application/json")
        .set("schema", entry.output().schema());
    operation.withArray("parameters").removeAll();
  }

  private static ObjectNode operation(ObjectNode paths, String path, Route route) {
    ObjectNode operation =
        paths
            .withObjectProperty(path)
            .putObject(route.method().name().toLowerCase(Locale.ROOT))
            .put("summary", route.facts().summary());
    access(operation, route.access());
    ArrayNode parameters = operation.putArray("parameters");
    route.parts().forEach(part -> parameters.add(parameter(part)));
    route.facts().queries().forEach(query -> parameters.add(parameter(query)));
    route
        .facts()
        .takes()
        .ifPresent(
            schema ->
                operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schema));
    responses(operation.putObject("responses"), route);
    return operation;
  }

  private static void access(ObjectNode operation, Access access) {
    ArrayNode security = operation.putArray("security");
    switch (access) {
      case Access.Needs needs -> {
        security.addObject().putArray("token");
        operation.put("x-role", needs.role().word()).put("x-scope", needs.scope().word());
      }
      case Access.AnybodyHere anybody -> {
        security.addObject();
        security.addObject().putArray("token");
        operation.put("x-role", "anybody at this machine, any token from elsewhere");
      }
      case Access.Anybody anybody -> {
        security.addObject();
        operation.put("x-role", "anybody");
      }
      case Access.Known known -> {
        security.addObject().putArray("token");
        operation.put("x-role", "any token");
      }
    }
  }

  private static ObjectNode parameter(PathPart part) {
    ObjectNode parameter = JsonNodeFactory.instance.objectNode();
    parameter.put("name", part.word()).put("in", "path").put("required", true);
    parameter.put("example", part.example());
    parameter
        .putObject("schema")
        .put("type", "string")
        .put("pattern", "^(" + part.form().pattern() + ")$");
    return parameter;
  }

  private static ObjectNode parameter(Route.Query query) {
    ObjectNode parameter = JsonNodeFactory.instance.objectNode();
    parameter.put("name", query.name()).put("in", "query").put("required", false);
    parameter.put("description", query.description());
    parameter
        .putObject("schema")
        .put("type", "string")
        .put("pattern", "^(" + query.form().pattern() + ")$");
    return parameter;
  }

  private static void responses(ObjectNode responses, Route route) {
    Route.Gives gives = route.facts().gives();
    ObjectNode content =
        responses
            .putObject(Integer.toString(gives.status()))
            .put("description", "done")
            .putObject("content")
            .putObject(gives.type());
    gives.schema().ifPresent(schema -> content.set("schema", schema));
    responses
        .putObject("default")
        .put("description", "not done; the reasons")
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/trouble");
  }
}
