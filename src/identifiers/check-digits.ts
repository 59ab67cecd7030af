/** ISO/IEC 7812-1, annex B: the sum of digits, every second one from the right doubled, is a multiple of ten. */
export function luhn(digits: string): boolean {
  return digits.length > 1 && luhnSum(digits, 0) % 10 === 0;
}

/** The digit that makes `digits` followed by it pass `luhn`. */
export function luhnDigit(digits: string): string {
  return String((10 - (luhnSum(digits, 1) % 10)) % 10);
}

function luhnSum(digits: string, parity: number): number {
  let sum = 0;
  for (let i = digits.length - 1, place = parity; i >= 0; i--, place++) {
    const digit = digits.charCodeAt(i) - 48;
    const counted = place % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum;
}

/** Seventh digit of a DEA number: last digit of (1st + 3rd + 5th) + 2 × (2nd + 4th + 6th); 21 CFR 1301, DEA Practitioner's Manual. */
export function deaDigit(sixDigits: string): string {
  const digit = (i: number): number => sixDigits.charCodeAt(i) - 48;
  return String((digit(0) + digit(2) + digit(4) + 2 * (digit(1) + digit(3) + digit(5))) % 10);
}

/** Weights and letter values of 49 CFR 565.15(c), tables III and IV. */
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const vinLetterValues = "12345678012345070923456789";

/** Ninth character of a 17-character vehicle identification number. Upper case; the ninth character given is not read. */
export function vinDigit(vin: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const unit = vin.charCodeAt(i);
    const value = unit < 58 ? unit - 48 : Number(vinLetterValues[unit - 65] ?? 0);
    sum += value * vinWeights[i]!;
  }
  const rest = sum % 11;
  return rest === 10 ? "X" : String(rest);
}

/** ABA routing number: 3, 7, 1 weighted sum of nine digits is a multiple of ten (ABA Key to Routing Numbers). */
export function routingNumber(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * [3, 7, 1][i % 3]!;
  return digits.length === 9 && sum > 0 && sum % 10 === 0;
}

/** ISO 13616 IBAN: with the first four characters moved to the end and letters as 10 to 35, the number is 1 modulo 97. */
export function mod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}

/** GS1 General Specifications 7.9: check digit of a GTIN-14 without its last digit. */
export function gtinDigit(thirteenDigits: string): string {
  let sum = 0;
  for (let i = 0; i < 13; i++) sum += (thirteenDigits.charCodeAt(i) - 48) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}
