import type { MakeContext } from "../identifiers/kind.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import type { Stream } from "../random/stream.ts";
import type { Identifiers } from "../record/identifiers.ts";

/** A safe identifier of a kind, drawn from its own fork of the stream, so that no other kind's draws move it. */
export function make(kind: KindName, stream: Stream, context?: MakeContext): string {
  return kindByName(kind).make(stream.fork(kind), context);
}

/** One safe identifier of each kind. */
export function makeAll(kinds: readonly KindName[], stream: Stream, context?: MakeContext): Identifiers {
  const made: { -readonly [Kind in KindName]?: string } = {};
  for (const kind of kinds) made[kind] = make(kind, stream, context);
  return made;
}
