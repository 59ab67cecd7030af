/** 32 bits of a text, for features by name. */
export function digest(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mixed(h);
}

/** 32 bits of two numbers. */
export function joined(a: number, b: number): number {
  return mixed(Math.imul(a, 0x85ebca6b) ^ Math.imul(b ^ (a >>> 15), 0xc2b2ae35));
}

function mixed(h: number): number {
  let out = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  out = Math.imul(out ^ (out >>> 15), 0x846ca68b);
  return out ^ (out >>> 16);
}
