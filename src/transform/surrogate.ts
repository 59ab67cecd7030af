import { createStream } from "../random/stream.ts";
import { domainOf, identityOf } from "./tokenize.ts";
import { defineTransform } from "./transform.ts";

/** The same value has the same surrogate wherever a token would be the same. Drawn from reserved and never-issued ranges by the kind. */
export const surrogate = defineTransform({
  name: "surrogate",
  title: "replaces the value by an invented one that is nobody's",
  options: {},
  derivation: (keyed) => (keyed ? "keyed" : "assigned"),
  compile: (kind, _options, run) => {
    const domain = domainOf(kind);
    const { year, month, day } = run.asOf;
    const asOf = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const root = createStream("surrogate");
    return (value) => {
      const normalized = identityOf(kind, value);
      if (normalized === "") return null;
      const [high, low] = [run.codes.uint32("surrogate/0", domain, normalized), run.codes.uint32("surrogate/1", domain, normalized)];
      for (let tries = 0; tries < 8; tries++) {
        const made = kind.make(root.fork(`${high}/${low}/${tries}`), { like: value, asOf });
        if (made !== value && kind.normalize(made) !== normalized) return made;
      }
      return null;
    };
  },
});
