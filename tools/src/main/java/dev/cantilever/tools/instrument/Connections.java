package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.permit.Gate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Which instruments this process has connected, by folder. Who only looks asks the gate that is
 * there and opens none, so that it never stands in the way of a run. Who copies the files of an
 * instrument keeps others from connecting meanwhile: POSIX drops the lock of a process on a file
 * when it closes any descriptor of that file.
 */
final class Connections {

  private static final Map<Path, Gate> OPEN = new ConcurrentHashMap<>();
  private static final Map<Path, ReentrantLock> DOORS = new ConcurrentHashMap<>();

  private Connections() {}

  static Gate open(Path folder, Supplier<Gate> connect) {
    ReentrantLock door = door(folder);
    door.lock();
    try {
      Gate gate = connect.get();
      OPEN.put(key(folder), gate);
      return gate;
    } finally {
      door.unlock();
    }
  }

  static void close(Path folder, Gate gate) {
    gate.close();
    OPEN.remove(key(folder), gate);
  }

  static Optional<Gate> to(Path folder) {
    return Optional.ofNullable(OPEN.get(key(folder)));
  }

  /** Empty, and nothing done, where somebody here has it or is about to. */
  static <T> Optional<T> whileFree(Path folder, Supplier<T> work) {
    ReentrantLock door = door(folder);
    if (!door.tryLock()) {
      return Optional.empty();
    }
    try {
      return OPEN.containsKey(key(folder)) ? Optional.empty() : Optional.of(work.get());
    } finally {
      door.unlock();
    }
  }

  private static ReentrantLock door(Path folder) {
    return DOORS.computeIfAbsent(key(folder), any -> new ReentrantLock());
  }

  private static Path key(Path folder) {
    return folder.toAbsolutePath().normalize();
  }
}
