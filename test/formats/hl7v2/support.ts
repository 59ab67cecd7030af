import { HL7Message } from "hl7v2";

/** A message as a parser that is not ours reads it. Fields and components count from 1. */
export interface Read {
  /** `ADT^A01`. */
  readonly type: string;
  readonly segments: readonly string[];
  /** The component of a field of the `nth` segment of that name, in a repetition counting from 0; "" where there is nothing. */
  value(segment: string, field: number, component?: number, nth?: number, repetition?: number): string;
  count(segment: string): number;
}

export function read(text: string): Read {
  // It takes a word between two line ends (`\\.br\\Mary\\.br\\`) for an escape sequence; written as a number it reads them.
  const message = HL7Message.parse(text.replaceAll("\\.br\\", "\\X0A\\"));
  const named = (name: string) => message.segments.filter(({ segmentType }) => segmentType === name);
  return {
    type: `${message.header.field(9).getValue(1)}^${message.header.field(9).getValue(2)}`,
    segments: message.segments.map(({ segmentType }) => segmentType),
    count: (name) => named(name).length,
    value: (name, field, component = 1, nth = 0, repetition = 0) => {
      const found: unknown = named(name)[nth]?.field(field).repetitions[repetition]?.getValue(component, 1);
      return found === undefined || found === null ? "" : String(found);
    },
  };
}
