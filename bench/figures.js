/** Median and range: one run says nothing on a machine with other work. */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: sorted[0], high: sorted[sorted.length - 1] };
}

/** Prints rows under a header, the first column flush left and the others flush right. */
export function table(header, rows) {
  const widths = header.map((_, c) => Math.max(...[header, ...rows].map((row) => row[c].length)));
  for (const row of [header, ...rows])
    console.log(row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join("  "));
}
