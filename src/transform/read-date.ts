import { type ParseOptions, parseDate, type WrittenDate } from "../calendar/index.ts";
import type { RunContext } from "./transform.ts";

/** Reads dates as the slot and the run say they are written. */
export function dateReader(run: RunContext): (value: string) => WrittenDate | null {
  const options: ParseOptions = {
    order: run.dateOrder,
    epoch: run.epoch,
    serial: run.excelSerial ?? false,
    hl7: true,
    latestYear: run.asOf.year,
  };
  return (value) => parseDate(value, options);
}
