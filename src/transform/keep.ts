import { defineTransform } from "./transform.ts";

export const keep = defineTransform({
  name: "keep",
  title: "leaves the value as it is",
  options: {},
  derivation: () => "kept",
  compile: () => (value) => value,
});
