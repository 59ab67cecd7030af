import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build.ts", "test/support/updates.ts"],
    env: { RECHECK_BACKEND: recheckBackend() },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});

/** recheck's own program is four times as fast as its JavaScript; not every platform has one. */
function recheckBackend(): "native" | "pure" {
  const system = { linux: "linux", darwin: "macos", win32: "windows" }[process.platform as string];
  return existsSync(new URL(`node_modules/recheck-${system}-${process.arch}`, import.meta.url)) ? "native" : "pure";
}
