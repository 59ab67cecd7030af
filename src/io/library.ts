import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** Loads a library when it is first needed and not before, without waiting: for those that take long to start and are rarely asked. */
export function loadLibrary(name: "compromise/two"): unknown {
  return load(name);
}
