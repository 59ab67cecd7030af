import { createRequire } from "node:module";

/**
 * Loads modules of ours at once when they are first needed, so that what imports them loads nothing before. `from` is the
 * `import.meta.url` of who asks; paths are those of the built files. Works because no module of ours awaits at the top level.
 */
export function requireFrom(from: string): (path: string) => unknown {
  return createRequire(from);
}
