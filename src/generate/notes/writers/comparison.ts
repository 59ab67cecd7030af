import type { Report } from "../../../record/care.ts";
import type { Facts } from "../facts.ts";

/** The same study before, where there is one. */
export function before(f: Facts, { code, time }: Report): Report | undefined {
  return f.record.reports.findLast((each) => each.code.code === code.code && each.time < time && each.conclusion !== undefined);
}
