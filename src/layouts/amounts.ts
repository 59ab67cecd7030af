/** Whole cents as dollars: `120.50`. */
export function dollars(cents: number): string {
  const text = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** A number with at least so many decimals, and more where it has more, up to four. */
export function decimal(value: number | undefined, decimals = 0): string | undefined {
  if (value === undefined) return undefined;
  let places = decimals;
  while (places < 4 && Math.abs(value - Number(value.toFixed(places))) > 1e-9) places++;
  return value.toFixed(places);
}
