// A worker of a fleet in a process of its own, which can be killed without a word.
//
// What it says goes through a file: of a pipe Java drops what is unread when the process is killed, and a checkpoint may follow it.

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

public class WorkerProcess {
  final Process process;
  final Thread reader;

  /** Starts it; every line that it says goes to `hear`, with its name. */
  WorkerProcess(String name, String stream, String mode, BiConsumer<String, String> hear) throws Exception {
    Path said = Files.createTempFile("fleet-worker-", ".log");
    process = new ProcessBuilder(
        ProcessHandle.current().info().command().get(), "-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + System.getProperty("workers.log", "error"),
        "-cp", System.getProperty("java.class.path"), "Worker", name, stream, mode)
        .redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    reader = new Thread(() -> follow(said, line -> hear.accept(name, line)));
    reader.setDaemon(true);
    reader.start();
  }

  /** Until the process is gone and all that it said was read; a line that its end cut off is none. */
  private void follow(Path said, java.util.function.Consumer<String> hear) {
    StringBuilder begun = new StringBuilder();
    byte[] bytes = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(said)) {
      Files.delete(said);
      while (true) {
        boolean gone = !process.isAlive();
        int count = in.read(bytes);
        if (count > 0) {
          begun.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
          for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n")) {
            hear.accept(begun.substring(0, end));
            begun.delete(0, end + 1);
          }
        } else if (gone) {
          return;
        } else {
          Thread.sleep(10);
        }
      }
    } catch (Exception problem) {
      problem.printStackTrace(System.out);
    }
  }

  /** SIGKILL; returns when it is gone and all that it said was heard. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
      reader.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
