import { civilOf, dayNumberOf } from "../calendar/civil.ts";
import { renderDate, type WrittenDate } from "../calendar/index.ts";
import type { Stream } from "../random/stream.ts";

/** `10:30`, `10:30:05`, and four digits behind what sets them off: `@1030`, `T1030`. */
const clock =
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?|(?<=[@T ])(?:[01]\d|2[0-3])[0-5]\d(?!\d)|(?<=[@T ])\d{1,2}(?= ?[AaPp]\.?[Mm])/g;

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
    const timed = piece.replace(clock, (time) => timeLike(time, stream));
    if (/\d/.test(timed.replace(clock, ""))) return null;
    pieces.push(timed);
  }
  return renderDate({ ...date, month: drawn.month, day: date.day === null ? null : drawn.day, pieces });
}

/** Twelve hours or fewer, so that an `am` or `pm` behind it stays true. */
function timeLike(time: string, stream: Stream): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const hour = two(stream.int(1, 11));
  if (!time.includes(":")) return time.length > 2 ? hour + two(stream.int(0, 59)) : String(Number(hour));
  const [, ...rest] = time.split(":");
  return [hour, ...rest.map(() => two(stream.int(0, 59)))].join(":");
}
