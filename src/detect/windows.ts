import type { Finding } from "./finding.ts";
import { createTold, sizeOf, type Told } from "./propagate.ts";
import { resolve } from "./resolve.ts";

/** Units of a text that is read whole. A longer one is an export of many notes, or no prose at all. */
const longest = 400_000;
const windowLength = 100_000;
/** What two windows share, so that what lies at the end of one stands in the middle of the other. */
const overlap = 2_000;
/** How far a window goes on for the sake of a run without a space that stands at its end. */
const longestRun = 100_000;

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
  const take = (findings: readonly Finding[], [start, end, before]: Window): void => {
    for (const finding of findings) {
      // Each finding belongs to one window, by where it begins; what reaches past the end of the window before is joined.
      const at = finding.start + start;
      const to = finding.end + start;
      if ((start > 0 && at < before - overlap / 2 && to <= before) || (end < text.length && at >= end - overlap / 2)) continue;
      found.push({ ...finding, start: at, end: to });
    }
  };
  const close = (): Finding[] => {
    for (let i = 0; known[i]! < sizeOf(told); i++) take(reader.reread(sliceOf(text, windows[i]!), told), windows[i]!);
    return resolve(found);
  };
  const from = (first: number): Finding[] | Promise<Finding[]> => {
    for (let i = first; i < windows.length; i++) {
      const window = windows[i]!;
      const findings = reader.read(sliceOf(text, window), told);
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

/** `before` is where the window before ends. */
type Window = readonly [start: number, end: number, before: number];

function windowsOf(text: string): Window[] {
  const windows: Window[] = [];
  for (let start = 0, before = 0; ; ) {
    const end = endOf(text, start);
    windows.push([start, end, before]);
    if (end === text.length) return windows;
    start = startOf(text, end - overlap);
    before = end;
  }
}

function sliceOf(text: string, [start, end]: Window): string {
  return text.slice(start, end);
}

/** Behind a line break or a space before `start`, where one is near, so that no word or encoded line begins in its middle. */
function startOf(text: string, start: number): number {
  const head = text.slice(start - overlap / 2, start);
  const cut = Math.max(head.lastIndexOf("\n"), head.lastIndexOf(" "));
  return start - overlap / 2 + (cut < 0 ? overlap / 2 : cut + 1);
}

/** Behind a line break or a space near the end of a window; where there is none, behind the run that stands there. */
function endOf(text: string, start: number): number {
  const end = start + windowLength;
  if (end >= text.length) return text.length;
  const tail = text.slice(end - overlap / 2, end);
  const cut = Math.max(tail.lastIndexOf("\n"), 0) || tail.lastIndexOf(" ");
  if (cut > 0) return end - overlap / 2 + cut + 1;
  for (let i = end; i < end + longestRun; i++) if (i >= text.length || text.charCodeAt(i) <= 32) return Math.min(i + 1, text.length);
  return end;
}
