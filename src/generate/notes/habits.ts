import type { Stream } from "../../random/stream.ts";
import type { ClockStyle, DateStyle } from "./write-date.ts";

/** How somebody writes, note after note. */
export interface Habits {
  /** The author's own: what they always say is drawn from it. */
  readonly stream: Stream;
  /** Telegraphic with abbreviations; whole sentences; as an electronic record's template has it; as spoken and typed by somebody else. */
  readonly register: "brief" | "full" | "template" | "dictated";
  readonly dates: DateStyle;
  /** Of days less than a year ago. */
  readonly recentDates: DateStyle;
  readonly headDates: DateStyle;
  readonly clock: ClockStyle;
  readonly heading: "capitals" | "title" | "bold" | "underlined" | "brackets" | "dash" | "letters";
  readonly bullet: string;
  readonly fahrenheit: boolean;
  readonly pounds: boolean;
  readonly names: "first last" | "last, first" | "LAST, FIRST" | "LAST,FIRST" | "full";
  /** Whether telephone numbers are written without their area code. */
  readonly local: boolean;
  readonly phones: "(###) ###-####" | "###-###-####" | "###.###.####" | "##########" | "### ### ####" | "###/###-####";
  /** What the patient is called in running text. */
  readonly calls: "title" | "patient" | "pt" | "given" | "family" | "initials";
  readonly letters: "as is" | "lower" | "upper";
  readonly typos: number;
  readonly width: number | undefined;
  /** Minutes after the visit at which the note is signed. */
  readonly signsAfter: number;
}

/** By the profile: how many authors abbreviate, and how many words are mistyped. */
export interface Manners {
  readonly abbreviations: number;
  readonly typos: number;
}

const dateStyles: readonly DateStyle[] = [
  "us",
  "us-short",
  "short",
  "short",
  "short-year",
  "long",
  "middle",
  "day-month",
  "dashes",
  "iso",
  "dots",
];
const headDateStyles: readonly DateStyle[] = [
  "us",
  "us",
  "us-short",
  "short",
  "short-year",
  "long",
  "middle",
  "capitals",
  "iso",
  "dashes",
  "day-month",
];
const spokenDates: readonly DateStyle[] = ["long", "ordinal", "long", "us"];

export function drawHabits(stream: Stream, manners: Manners): Habits {
  const brief = stream.fork("brief").chance(manners.abbreviations);
  const register = brief ? "brief" : stream.fork("register").pick(["full", "full", "template", "dictated"] as const);
  const dates = stream.fork("dates").pick(register === "dictated" ? spokenDates : dateStyles);
  const hurry = stream.fork("hurry").next();
  return {
    stream,
    register,
    dates,
    recentDates: stream.fork("recent").pick<DateStyle>([dates, dates, brief ? "no-year" : "month-day", brief ? "short" : dates]),
    headDates: stream.fork("head-dates").chance(0.5) ? dates : stream.fork("head-dates").pick(headDateStyles),
    clock: stream.fork("clock").pick(brief ? ["plain", "colon", "hours"] : ["colon", "twelve", "colon", "plain"]),
    heading: stream
      .fork("heading")
      .pick(
        register === "template"
          ? ["capitals", "title", "bold", "underlined", "brackets"]
          : brief
            ? ["capitals", "capitals", "letters", "dash", "title"]
            : ["capitals", "title", "capitals", "dash"],
      ),
    bullet: stream.fork("bullet").pick(["- ", "* ", "• ", "1", "1)", "- ", "", "#"]),
    fahrenheit: stream.fork("fahrenheit").chance(0.55),
    pounds: stream.fork("pounds").chance(0.4),
    names: stream.fork("names").pick(["first last", "last, first", "last, first", "LAST, FIRST", "LAST,FIRST", "full"]),
    local: brief && stream.fork("local").chance(0.3),
    phones: stream
      .fork("phones")
      .pick([
        "(###) ###-####",
        "(###) ###-####",
        "###-###-####",
        "###-###-####",
        "###.###.####",
        "##########",
        "### ### ####",
        "###/###-####",
      ]),
    calls: brief
      ? stream.fork("calls").pick(["pt", "family", "title", "initials", "initials", "given"])
      : stream.fork("calls").pick(["title", "title", "patient", "given", "family", "initials"]),
    letters:
      register === "dictated"
        ? stream.fork("letters").pick(["as is", "as is", "upper"])
        : brief && stream.fork("letters").chance(0.22)
          ? "lower"
          : "as is",
    typos: manners.typos * (hurry < 0.4 ? 0 : hurry < 0.8 ? 0.7 : 3.6),
    width: stream.fork("width").pick([undefined, undefined, undefined, undefined, 72, 80, 96]),
    signsAfter: stream.fork("signs").pick([0, 5, 30, 120, 240]),
  };
}
