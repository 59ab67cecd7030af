/**
 * Exponential, logarithm and the normal distribution from + - × ÷ √ alone, which IEEE 754 fixes to the last bit. `Math.exp` and its
 * like may differ between engines and their versions, and no value that reaches an output may.
 */

const bits = new DataView(new ArrayBuffer(8));

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** 2 to the power of `k`, a whole number from -1022 to 1023. */
function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) * 0x100000);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** e to the power of `x`: within 2 units of the last place; 0 below -708, infinite above 709. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < -708) return 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const k = Math.floor(x / (ln2High + ln2Low) + 0.5);
  const r = x - k * ln2High - k * ln2Low;
  // Taylor's series on |r| < 0.35, from its far end.
  let sum = 1;
  for (let n = 14; n > 0; n--) sum = 1 + (sum * r) / n;
  return sum * powerOfTwo(k);
}

/** The natural logarithm of `x`: within 2 units of the last place, or 2e-16 near 1. -Infinity for 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 2.3e-308) return log(x * 18014398509481984) - 54 * (ln2High + ln2Low);
  bits.setFloat64(0, x);
  let k = (bits.getUint32(0) >>> 20) - 1023;
  bits.setUint32(0, (bits.getUint32(0) & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    k++;
  }
  // ln m = 2 artanh s, |s| < 0.172.
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 23; n > 1; n -= 2) sum = (sum + 1 / n) * square;
  return k * ln2High + (2 * s + (2 * s * sum + k * ln2Low));
}

/** `x` to the power of `y`, for `x` above 0. */
export function power(x: number, y: number): number {
  return exp(y * log(x));
}

/**
 * The share of a standard normal distribution below `x`, to 15 digits:
 * J. F. Hart et al., Computer Approximations (1968), algorithm 5666, as given by G. West, Wilmott Magazine (May 2005), 70-76.
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  let tail = 0;
  if (z < 37) {
    const density = exp((-z * z) / 2);
    if (z < 7.07106781186547) {
      const above =
        (((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z + 112.079291497871) * z +
          221.213596169931) *
          z +
        220.206867912376;
      const below =
        ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z + 296.564248779674) * z +
          637.333633378831) *
          z +
          793.826512519948) *
          z +
        440.413735824752;
      tail = (density * above) / below;
    } else {
      tail = density / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
    }
  }
  return x > 0 ? 1 - tail : tail;
}

/**
 * The value below which a share `p` of a standard normal distribution lies, to 16 digits; infinite at 0 and 1:
 * M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), 477-484.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(centreAbove, r)) / polynomial(centreBelow, r);
  }
  const root = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const z =
    root <= 5
      ? polynomial(tailAbove, root - 1.6) / polynomial(tailBelow, root - 1.6)
      : polynomial(farAbove, root - 5) / polynomial(farBelow, root - 5);
  return q < 0 ? -z : z;
}

/** Coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = 0; i < coefficients.length; i++) sum = sum * x + coefficients[i]!;
  return sum;
}

const centreAbove = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438,
  3.3871328727963665,
] as const;
const centreBelow = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1,
] as const;
const tailAbove = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
  4.630337846156546, 1.4234371107496835,
] as const;
const tailBelow = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
  2.053191626637759, 1,
] as const;
const farAbove = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
  5.463784911164114, 6.657904643501103,
] as const;
const farBelow = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
  0.599832206555888, 1,
] as const;
