/**
 * An id for what the record has no id for: a function of the id it belongs to and of what it is, so that it is the same
 * in every shard and file. A UUID of version 8, as those of the record are.
 */
export function derivedId(id: string, what: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < what.length; i++) [a, b] = step(a, b, what.charCodeAt(i));
  for (let i = 0; i < id.length; i++) [a, b] = step(a, b, id.charCodeAt(i));
  const words = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1].map((salt, turn) => mix(mix(a ^ salt) + Math.imul(b, turn * 2 + 1)));
  const [first, second, third, fourth] = words.map((word) => (word >>> 0).toString(16).padStart(8, "0")) as [
    string,
    string,
    string,
    string,
  ];
  const variant = "89ab"[Number.parseInt(third[0]!, 16) & 3]!;
  return `${first}-${second.slice(0, 4)}-8${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
}

function step(a: number, b: number, unit: number): [number, number] {
  return [Math.imul(a ^ unit, 0x01000193), mix(b + unit + 0x9e3779b9)];
}

/** The 32-bit finalizer of MurmurHash3. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
