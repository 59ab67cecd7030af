import type { Finding } from "./finding.ts";
import { createTold, sizeOf, type Told } from "./propagate.ts";
import { resolve } from "./resolve.ts";

/** Units of a text that is read whole. A longer one is an export of many notes, or no prose at all. */
const longest = 400_000;
const windowLength = 100_000;
/** What two windows share, so that what lies at the end of one stands in the middle of the other. */
const overlap = 2_000;

/** Whether a text is read in windows, so that what is held of it at one time does not grow with it. */
export function isLong(text: string): boolean {
  return text.length > longest;
}

/** What is done with a window: `told` is what other windows are sure of, and takes in what this one is. */
export interface WindowReader {
  read(window: string, told: Told): Finding[] | Promise<Finding[]>;
  /** Looks for what was told alone. */
  reread(window: string, told: Told): Finding[];
}

/**
 * The findings of a long text: its windows are read one after the other, and those before the last new name once more,
 * for the names alone.
 */
export function inWindows(text: string, reader: WindowReader): Finding[] | Promise<Finding[]> {
  const found: Finding[] = [];
  const told = createTold();
  const windows = windowsOf(text);
  // How many words were known when each window was read.
  const known: number[] = [];
  const take = (findings: readonly Finding[], [start, end]: Window): void => {
    for (const finding of findings) {
      // Each finding belongs to one window, by where it begins.
      const at = finding.start + start;
      if ((start > 0 && at < start + overlap / 2) || (end < text.length && at >= end - overlap / 2)) continue;
      found.push({ ...finding, start: at, end: finding.end + start });
    }
  };
  const close = (): Finding[] => {
    for (let i = 0; known[i]! < sizeOf(told); i++) take(reader.reread(text.slice(...windows[i]!), told), windows[i]!);
    return resolve(found);
  };
  const from = (first: number): Finding[] | Promise<Finding[]> => {
    for (let i = first; i < windows.length; i++) {
      const window = windows[i]!;
      const findings = reader.read(text.slice(...window), told);
      if (!Array.isArray(findings)) {
        return findings.then((all) => {
          take(all, window);
          known.push(sizeOf(told));
          return from(i + 1);
        });
      }
      take(findings, window);
      known.push(sizeOf(told));
    }
    return close();
  };
  return from(0);
}

type Window = readonly [start: number, end: number];

function windowsOf(text: string): Window[] {
  const windows: Window[] = [];
  for (let start = 0; ; ) {
    const end = endOf(text, start);
    windows.push([start, end]);
    if (end === text.length) return windows;
    start = end - overlap;
  }
}

/** Behind a line break or a space near the end of a window, where there is one. */
function endOf(text: string, start: number): number {
  const end = start + windowLength;
  if (end >= text.length) return text.length;
  const tail = text.slice(end - overlap / 2, end);
  const cut = Math.max(tail.lastIndexOf("\n"), 0) || tail.lastIndexOf(" ");
  return cut > 0 ? end - overlap / 2 + cut + 1 : end;
}
