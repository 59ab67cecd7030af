import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** `npm test -- -u`: what tests keep in files is written anew. */
    readonly updates: boolean;
  }
}

export default function setup({ config, provide }: TestProject): void {
  provide("updates", config.snapshotOptions.updateSnapshot === "all");
}
