import { luhn, luhnDigit, mod97, routingNumber } from "../check-digits.ts";
import { defineKind, listed } from "../define.ts";
import { makeRecordId, recordId } from "../record-id.ts";
import { rule } from "../search.ts";
import { digitsOf, randomDigits, spellLike } from "../spelling.ts";

export const accountNumber = defineKind({
  ...recordId,
  name: "account-number",
  category: "J",
  title: "Account number",
  tag: "ACCOUNT",
  labels: listed(`
    account, account number, account id, account identifier, account code, hospital account id, hospital account number,
    hsp account id, hospital account record, patient account number, patient account id, patient account, guarantor account id,
    guarantor account number, billing number, billing id, billing account, invoice, invoice number, invoice id, bill number, bill id,
    statement number, receipt number, numero de cuenta, cuenta, numero de factura, factura, customer account
  `),
  make: makeRecordId("", 9),
  examples: {
    found: ["Account #: [[77120344]]", "Acct [[4029-887]]", "HSP_ACCOUNT_ID: [[60012345]]"],
    kept: ["Account status: 2", "on account of 2 falls", "account type: 1"],
  },
});

export const claimNumber = defineKind({
  ...recordId,
  name: "claim-number",
  category: "J",
  title: "Claim number",
  tag: "CLAIM",
  labels: listed(`
    claim number, claim id, claim identifier, claim control number, =claim, icn, dcn, internal control number,
    document control number, payer claim control number, pde id, remittance number, check number, eft number, adjuster claim number,
    numero de reclamo, numero de reclamacion, workers comp claim
  `),
  make: makeRecordId("", 11),
  examples: {
    found: ["Claim #: [[2021-0044-817]]", "CLM_ID: [[196661176988405]]", "ICN: [[20113340021]]"],
    kept: ["Claim status: 1", "claims to drink 2 beers", "total claim cost: 129.16"],
  },
});

/** Prefixes that card networks hold: Visa 4; Mastercard 51-55, 2221-2720; American Express 34, 37; Discover 6011, 64, 65; JCB 35; Diners 30, 36, 38. */
const network = /^(?:4|5[1-5]|2[2-7]|3[04-8]|6(?:011|4|5|2))/;

function cardStrength(text: string): "checked" | "shaped" | null {
  const digits = digitsOf(text);
  if (digits.length < 13 || digits.length > 19 || !network.test(digits)) return null;
  if (luhn(digits)) return "checked";
  return digits.length === 16 || (digits.length === 15 && digits[0] === "3") ? "shaped" : null;
}

export const paymentCard = defineKind({
  name: "payment-card",
  category: "J",
  title: "Payment card number",
  tag: "CARD",
  labels: listed(`
    card number, credit card, credit card number, debit card, debit card number, payment card, cc number, card pan, card ending,
    numero de tarjeta, tarjeta, tarjeta de credito
  `),
  domain: "card",
  find: rule(/(?<![\w.-])\d(?:[- ]?\d){12,18}(?![\w-]|\.\d)/g, (match) => cardStrength(match[0])),
  matches: (value) => (/^\d[\d -]{11,22}\d$/.test(value.trim()) ? cardStrength(value) : null),
  accepts: (value) => /^[\dxX*•]{4}[\dxX*• -]{0,20}$/.test(value.trim()) && /\d{4}/.test(value),
  normalize: digitsOf,
  check: (value) => luhn(digitsOf(value)),
  // The last digit fails the check of ISO/IEC 7812-1, which every issued card passes.
  make: (stream, context) => {
    const body = `4${randomDigits(stream, 14)}`;
    const digits = body + ((Number(luhnDigit(body)) + stream.int(1, 9)) % 10);
    return spellLike(digits, context?.like, digits.replace(/(\d{4})(?=\d)/g, "$1-"));
  },
  examples: {
    found: [
      "Visa [[4111 1111 1111 1111]] on file",
      "card [[5500-0000-0000-0004]]",
      "charged to [[378282246310005]]",
      "card [[4929-1234-5678-9011]] declined",
    ],
    kept: ["(01)00844588003288", "20190304071500", "1551683700000"],
  },
});

export const bankAccount = defineKind({
  name: "bank-account",
  category: "J",
  title: "Bank account or routing number",
  tag: "BANK",
  labels: listed(`
    bank account, bank account number, bank account id, bank number, checking account, savings account, routing number, routing, aba,
    aba number, iban, bic, swift, swift code, direct deposit account, cuenta bancaria, numero de cuenta bancaria
  `),
  domain: "bank",
  find: rule(/(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])/gi, (match) =>
    mod97(match[0].replaceAll(" ", "")) ? "checked" : null,
  ),
  matches: (value) => (/^[A-Z]{2}\d{2}[A-Z0-9 ]{11,36}$/.test(value.trim()) && mod97(value.replace(/\s/g, "")) ? "checked" : null),
  accepts: (value) => /^[A-Z\d][A-Z\d -]{3,40}$/i.test(value.trim()) && /\d{3}/.test(value),
  normalize: (value) => value.replace(/[\s-]/g, "").toUpperCase(),
  check: (value) => routingNumber(digitsOf(value)) || mod97(value.replace(/\s/g, "")),
  // No Federal Reserve district is numbered 99 (ABA Key to Routing Numbers: 01-12, 21-32, 61-72, 80), so no bank holds it.
  make: (stream, context) => {
    const length = context?.like === undefined ? 12 : Math.max(6, Math.min(17, digitsOf(context.like).length));
    return spellLike(`99${randomDigits(stream, length - 2)}`, context?.like, `99${randomDigits(stream, 10)}`);
  },
  examples: {
    found: ["wire to [[GB82 WEST 1234 5698 7654 32]]", "IBAN [[DE89370400440532013000]]", "Routing number: [[011000015]]"],
    kept: ["blood bank unit pending", "AB12 CDEF", "Bank: tissue"],
  },
});
