import { escaped } from "./escaped.ts";
import { segment } from "./segment.ts";
import { ts } from "./types.ts";

/** What made a population: stands in the last segment of each message. */
export interface Making {
  /** The profile's name, and a digest of all that it declares. */
  readonly profile: string;
  readonly digest: string;
  readonly seed: string;
}

/** One message of a feed. Its segments end with carriage returns; no line feed is inside. */
export interface Message {
  /** Trigger event: `A01`. */
  readonly event: MessageEvent;
  /** MSH-10. */
  readonly id: string;
  /** When what it tells happened: local, `YYYY-MM-DDTHH:MM:SS`; EVN-6. */
  readonly occurred: string;
  /** When it was sent, as MSH-7 says. */
  readonly time: string;
  /** When it came, which is later where it was held up, or sent before. */
  readonly arrived: string;
  readonly isRepeated: boolean;
  readonly text: string;
}

/** Message type, trigger event and structure, HL7 v2.5.1 table 0354. */
const types = {
  A01: "ADT^A01^ADT_A01",
  A02: "ADT^A02^ADT_A02",
  A03: "ADT^A03^ADT_A03",
  A04: "ADT^A04^ADT_A01",
  A08: "ADT^A08^ADT_A01",
  A28: "ADT^A28^ADT_A05",
  A40: "ADT^A40^ADT_A39",
  R01: "ORU^R01^ORU_R01",
  V04: "VXU^V04^VXU_V04",
  S12: "SIU^S12^SIU_S12",
  S15: "SIU^S15^SIU_S12",
  S26: "SIU^S26^SIU_S12",
  T02: "MDM^T02^MDM_T02",
} as const;

export type MessageEvent = keyof typeof types;

export interface Envelope {
  readonly event: MessageEvent;
  readonly occurred: string;
  /** HD. */
  readonly facility: string;
  /** The patient's place in the population, and the id of what the message tells: together with the event they make its own id. */
  readonly index: number;
  readonly subject: string;
}

/** What becomes of a message, in whole minutes: when it is sent after what it tells, comes after it is sent, comes again after that. */
export interface Transit {
  readonly entered?: number | undefined;
  readonly heldUp?: number | undefined;
  readonly repeated?: number | undefined;
}

/**
 * Puts the header before a body, an EVN where the type has one, and behind it the segment that says who made it up, and when the message
 * came where that is not when it was sent. Gives the message, and once more where it comes twice.
 */
export function createSealer(making: Making, transitOf: (id: string) => Transit = inTime): (envelope: Envelope, body: string) => Message[] {
  const seal = `ZSY|SYNTHETIC|${escaped(making.profile)}|${escaped(making.digest)}|${escaped(making.seed)}|`;
  return ({ event, occurred, facility, index, subject }, body) => {
    const type = types[event];
    const id = `${index}.${digest(`${event}/${subject}`)}`;
    const { entered, heldUp, repeated } = transitOf(id);
    const time = later(occurred, entered);
    const head = `MSH|^~\\&|SCRUBJAY|${facility}|||${ts(time)}||${type}|${id}|T|2.5.1||||||UNICODE UTF-8\r`;
    const evn = type.startsWith("ADT") || type.startsWith("MDM") ? segment("EVN", { 1: event, 2: ts(time), 6: ts(occurred) }) : "";
    const came = (arrived: string, isRepeated: boolean): Message => {
      const arrival = arrived === time ? "" : `|${ts(arrived)}`;
      return { event, id, occurred, time, arrived, isRepeated, text: `${head}${evn}${body}${seal}${index}${arrival}\r` };
    };
    const arrived = later(time, heldUp);
    return repeated === undefined ? [came(arrived, false)] : [came(arrived, false), came(later(arrived, repeated), true)];
  };
}

const inTime = (): Transit => ({});

const later = (time: string, minutes: number | undefined): string =>
  minutes === undefined ? time : new Date(Date.parse(`${time}Z`) + minutes * 60_000).toISOString().slice(0, 19);

/** 53 bits in 11 characters, with the index no more than the 20 that MSH-10 holds: FNV-1a twice, with other beginnings. */
function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
    high ^= high >>> 13;
  }
  const number = (high & 0x1fffff) * 4294967296 + (low >>> 0);
  return number.toString(36).padStart(11, "0");
}
