import { twoDigits } from "../days.ts";

export type DateStyle = "iso" | "us" | "short" | "long" | "day-month";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** Writes `YYYY-MM-DD` the way an author does: `2026-03-04`, `03/04/2026`, `3/4/26`, `March 4, 2026`, `4 Mar 2026`. */
export function writeDate(iso: string, style: DateStyle): string {
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
  const name = months[month - 1]!;
  switch (style) {
    case "iso":
      return iso.slice(0, 10);
    case "us":
      return `${twoDigits(month)}/${twoDigits(day)}/${year}`;
    case "short":
      return `${month}/${day}/${twoDigits(year % 100)}`;
    case "long":
      return `${name} ${day}, ${year}`;
    case "day-month":
      return `${day} ${name.slice(0, 3)} ${year}`;
  }
}
