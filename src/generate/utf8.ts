/** Texts in UTF-8, one after the other. */
export interface Utf8 {
  readonly length: number;
  add(text: string): void;
  /** What was added since the last time. */
  take(): Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

/** Encodes each text at once: what is kept as text is copied by every collection of garbage until it is written. */
export function createUtf8(): Utf8 {
  let bytes = new Uint8Array(4096);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(text) {
      // As many as any text of this length can come to.
      const most = length + text.length * 3;
      if (most > bytes.length) {
        const larger = new Uint8Array(Math.max(most, bytes.length * 2));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      length += encoder.encodeInto(text, bytes.subarray(length)).written;
    },
    take() {
      const taken = bytes.slice(0, length);
      length = 0;
      return taken;
    },
  };
}
