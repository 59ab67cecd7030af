import { civilOf, dayNumberOf } from "../calendar/civil.ts";
import { renderDate, type WrittenDate } from "../calendar/index.ts";
import type { Stream } from "../random/stream.ts";

/**
 * Another date of the same year, written the same way, drawn without regard to the real one: of the date nothing is left
 * but its year. A time of day written with it is drawn anew. Null where a part of it is written so that it cannot be drawn.
 */
export function dateInYear(date: WrittenDate, stream: Stream): string | null {
  if (date.precision === "year") return renderDate(date);
  if (date.precision !== "day" && date.precision !== "month") return null;
  const first = dayNumberOf(date.year, 1, 1);
  const drawn = civilOf(first + stream.int(0, dayNumberOf(date.year + 1, 1, 1) - first - 1));
  const pieces: WrittenDate["pieces"][number][] = [];
  for (const piece of date.pieces) {
    if (typeof piece !== "string") {
      if (piece.part === "count") return null;
      pieces.push(piece);
      continue;
    }
    const timed = piece.replace(/(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?/g, (time) => timeLike(time, stream));
    if (/\d/.test(timed.replace(/\d{2}:\d{2}(?::\d{2})?/g, ""))) return null;
    pieces.push(timed);
  }
  return renderDate({ ...date, month: drawn.month, day: date.day === null ? null : drawn.day, pieces });
}

/** Twelve hours or fewer, so that an `am` or `pm` behind it stays true. */
function timeLike(time: string, stream: Stream): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const [, ...rest] = time.split(":");
  return [two(stream.int(1, 11)), ...rest.map(() => two(stream.int(0, 59)))].join(":");
}
