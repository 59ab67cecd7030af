/** Small symmetric matrices as rows of numbers. Additions, products, quotients and square roots only: the same on every machine. */
export type Matrix = readonly (readonly number[])[];

/** The lower triangle L of L Lᵀ = m; undefined where `m` is not positive definite. */
export function cholesky(m: Matrix): number[][] | undefined {
  const lower: number[][] = [];
  for (let i = 0; i < m.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = m[i]![j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * (i === j ? row[k]! : lower[j]![k]!);
      if (i === j && sum <= 1e-9) return undefined;
      row.push(i === j ? Math.sqrt(sum) : sum / lower[j]![j]!);
    }
    lower.push(row);
  }
  return lower;
}

/** x of m x = b for a positive definite `m`; undefined where it is none. */
export function solve(m: Matrix, b: readonly number[]): number[] | undefined {
  const lower = cholesky(m);
  if (!lower) return undefined;
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/**
 * The correlation matrix itself where its least eigenvalue is at least `floor`, else a near one where it is: eigenvalues
 * under the floor are raised to it and the diagonal is made 1 again. `moved`: by how much any entry changed at most.
 */
export function nearestCorrelation(m: Matrix, floor: number): { readonly matrix: Matrix; readonly moved: number } {
  const { values, vectors } = eigen(m);
  if (Math.min(...values) >= floor) return { matrix: m, moved: 0 };
  const n = m.length;
  const raised = values.map((value) => Math.max(value, floor));
  const sum = (i: number, j: number): number => raised.reduce((total, value, k) => total + value * vectors[i]![k]! * vectors[j]![k]!, 0);
  const scale = Array.from({ length: n }, (_, i) => Math.sqrt(sum(i, i)));
  const matrix = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 1 : sum(Math.max(i, j), Math.min(i, j)) / (scale[i]! * scale[j]!))),
  );
  let moved = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) moved = Math.max(moved, Math.abs(matrix[i]![j]! - m[i]![j]!));
  return { matrix, moved };
}

/** By Jacobi's rotations. `vectors[i][k]`: component i of vector k. */
function eigen(m: Matrix): { readonly values: readonly number[]; readonly vectors: Matrix } {
  const n = m.length;
  const a = m.map((row) => [...row]);
  const v: number[][] = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += a[i]![j]! * a[i]![j]!;
    if (off < 1e-20) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p]![q]!;
        if (Math.abs(apq) < 1e-14) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const kp = a[k]![p]!;
          const kq = a[k]![q]!;
          a[k]![p] = c * kp - s * kq;
          a[k]![q] = s * kp + c * kq;
        }
        for (let k = 0; k < n; k++) {
          const pk = a[p]![k]!;
          const qk = a[q]![k]!;
          a[p]![k] = c * pk - s * qk;
          a[q]![k] = s * pk + c * qk;
          const vp = v[k]![p]!;
          const vq = v[k]![q]!;
          v[k]![p] = c * vp - s * vq;
          v[k]![q] = s * vp + c * vq;
        }
      }
    }
  }
  return { values: a.map((row, i) => row[i]!), vectors: v };
}
