import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build.ts", "test/support/updates.ts"],
    env: { RECHECK_BACKEND: recheckBackend() },
    // Two at a time also where there are two cores, of which vitest would leave one free: half of the tests wait for commands they started.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});

/** recheck's own program is four times as fast as its JavaScript; not every platform has one. */
function recheckBackend(): "native" | "pure" {
  const system = { linux: "linux", darwin: "macos", win32: "windows" }[process.platform as string];
  return existsSync(new URL(`node_modules/recheck-${system}-${process.arch}`, import.meta.url)) ? "native" : "pure";
}
