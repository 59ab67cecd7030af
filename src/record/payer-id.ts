/**
 * The id of a payer, which its name alone tells: coverages name their payer, and every population has the same ones.
 * A UUID of version 8 (RFC 9562, 5.8) over FNV-1a.
 */
export function payerId(name: string): string {
  const words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((basis) => {
    let hash = basis;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash >>> 0).toString(16).padStart(8, "0");
  });
  const digits = words.join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
}
