import { createAssignedCodes, createKeyedCodes } from "../dist/secret/codes.js";
import { parseKey } from "../dist/secret/key.js";
import { spread, table } from "./figures.js";

/** Tokens a second on one core, all of them distinct. */
export function tokens({ count = 1_000_000, repeats = 5 }) {
  const key = parseKey("00".repeat(31).concat("01"), "the key");
  const ids = Array.from({ length: count }, (_, i) => String(7_000_000 + i));
  table(
    ["", "seconds (median, min-max)", "tokens/s"],
    [
      ["keyed", () => createKeyedCodes(key)],
      ["assigned", () => createAssignedCodes()],
    ].map(([name, create]) => {
      const runs = Array.from({ length: repeats }, () => {
        const codes = create();
        const start = performance.now();
        for (let i = 0; i < count; i++) codes.token("record", ids[i]);
        return (performance.now() - start) / 1000;
      });
      const { median, low, high } = spread(runs);
      return [name, `${median.toFixed(2)}, ${low.toFixed(2)}-${high.toFixed(2)}`, Math.round(count / median).toLocaleString("en-US")];
    }),
  );
}
