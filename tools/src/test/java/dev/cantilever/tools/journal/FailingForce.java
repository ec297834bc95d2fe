package dev.cantilever.tools.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A way to a database whose commit fails once, as SQLite says it when a force fails. */
final class FailingForce implements UnaryOperator<DataSource> {

  private final SQLiteErrorCode code;
  private final boolean arrives;
  private int commits;

  /**
   * Fails at a commit.
   *
   * @param commits how many go well before
   * @param arrives whether what was committed can be read nevertheless
   */
  FailingForce(SQLiteErrorCode code, int commits, boolean arrives) {
    this.code = code;
    this.commits = commits;
    this.arrives = arrives;
  }

  @Override
  public DataSource apply(DataSource source) {
    return wrapped(
        DataSource.class,
        source,
        (method, arguments, result) ->
            result instanceof Connection connection ? connection(connection) : result);
  }

  private Connection connection(Connection connection) {
    return wrapped(
        Connection.class,
        connection,
        (method, arguments, result) ->
            result instanceof PreparedStatement statement && "COMMIT".equals(arguments[0])
                ? commit(statement)
                : result);
  }

  private PreparedStatement commit(PreparedStatement statement) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("execute") && commits-- == 0) {
                if (arrives) {
                  called(statement, method, arguments);
                }
                throw new SQLiteException("disk I/O error", code);
              }
              return called(statement, method, arguments);
            });
  }

  private interface After {
    Object change(Method method, Object[] arguments, Object result);
  }

  private <T> T wrapped(Class<T> type, T inner, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                after.change(method, arguments, called(inner, method, arguments))));
  }

  private static Object called(Object inner, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(inner, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
