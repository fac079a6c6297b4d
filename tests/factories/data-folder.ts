import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import type { Socket } from "node:net";
import os from "node:os";
import path from "node:path";

/**
 * A folder for a test's data, in which PostgreSQL's account can walk even when the tests run as root. Its PostgreSQL is stopped and
 * it is removed when the test process ends, however it ends. `name` may be a path with several parts; `under` is where it lies.
 */
export function makeDataFolder(name = "data", under: string = os.tmpdir()): string {
  const base = mkdtempSync(path.join(under, "kith-test-"));
  chmodSync(base, 0o755);
  const folder = path.join(base, name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  removeAtTheEnd(base, folder);
  return folder;
}

/**
 * Leaves a watchman who waits for the end of this process (the pipe to it closes, even at a kill -9), then stops the server
 * and removes its folder. A handler in this process would not run when a test runner is killed.
 */
function removeAtTheEnd(base: string, folder: string): void {
  const watch = `
    cat >/dev/null
    home="$2/postgres"
    [ -e "$2/postgres-lies-in" ] && home=$(cat "$2/postgres-lies-in")
    pid=$(head -n 1 "$home/cluster/postmaster.pid") && kill -QUIT "$pid"
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
      [ -e "$home/cluster/postmaster.pid" ] || break
      sleep 0.05
    done
    rm -rf "$1" "$home"`;
  const watchman = spawn("sh", ["-c", watch, "watchman", base, folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watchman.unref();
  (watchman.stdin as unknown as Socket).unref();
}
