import { defineTransform } from "./transform.ts";

/** In prose its tag stands in its place; elsewhere the format removes it validly. */
export const redact = defineTransform({
  name: "redact",
  title: "removes the value; in prose its tag stands there",
  options: {},
  derivation: () => "none",
  compile: () => () => null,
});
