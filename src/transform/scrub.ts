import { defineTransform } from "./transform.ts";

/** Names a treatment of the slot, not of a value: the pipeline takes the slot for prose. By itself it removes. */
export const scrub = defineTransform({
  name: "scrub",
  title: "treats the value as prose: what is found in it is treated by its own rule",
  options: {},
  derivation: () => "none",
  compile: () => () => null,
});
