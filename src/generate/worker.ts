import { DeidError, type ErrorCode, type Location } from "../errors.ts";
import { serveThread } from "../io/threads.ts";
import { createRenderer, type Renderer, type RenderOptions, type Tally } from "./render.ts";
import { createUtf8, type Utf8 } from "./utf8.ts";

/** First what is to be written; then parts of the population, from an index up to but not including another. */
export type WorkerCall = { readonly job: RenderOptions } | { readonly from: number; readonly to: number };

export type WorkerAnswer =
  | { readonly ready: true }
  /** In UTF-8, in the order in which files were first written to. */
  | { readonly files: readonly (readonly [file: string, bytes: Uint8Array<ArrayBuffer>])[]; readonly tally: Tally }
  | {
      readonly code: ErrorCode | "defect";
      readonly message: string;
      readonly location?: Location | undefined;
      readonly hint?: string | undefined;
    };

serveThread<WorkerCall, WorkerAnswer>(() => {
  let renderer: Renderer | undefined;
  return async (call) => {
    try {
      if ("job" in call) {
        renderer = await createRenderer(call.job);
        return { answer: { ready: true } };
      }
      if (!renderer) throw new Error("unreachable: a part before its job");
      const files = render(renderer, call.from, call.to);
      return { answer: { files, tally: taken(renderer.tally) }, transfer: files.map(([, bytes]) => bytes.buffer) };
    } catch (error) {
      // Any other message might hold anything.
      if (!(error instanceof DeidError)) return { answer: { code: "defect", message: "" } };
      return { answer: { code: error.code, message: error.message, location: error.location, hint: error.hint } };
    }
  };
});

function render(renderer: Renderer, from: number, to: number): (readonly [string, Uint8Array<ArrayBuffer>])[] {
  const texts = new Map<string, Utf8>();
  const write = (file: string, text: string): void => {
    let own = texts.get(file);
    if (!own) {
      own = createUtf8();
      texts.set(file, own);
    }
    own.add(text);
  };
  for (let index = from; index < to; index++) renderer.patient(index, write);
  return [...texts].map(([file, text]) => [file, text.take()] as const);
}

/** What was counted since the last time. */
function taken({ rows, counts }: Tally): Tally {
  const own = { rows: { ...rows }, counts: Object.fromEntries(Object.entries(counts).map(([format, of]) => [format, { ...of }])) };
  for (const all of [rows, ...Object.values(counts)]) for (const what of Object.keys(all)) all[what] = 0;
  return own;
}
