import type { KindName } from "../identifiers/kinds/index.ts";
import { digitsOf } from "../identifiers/spelling.ts";

/** Ranges that anybody knows to belong to nobody; the kinds' `make` says from where. */
const ranges: Readonly<Partial<Record<KindName, (value: string) => boolean>>> = {
  phone: isReservedPhone,
  fax: isReservedPhone,
  email: (value) => /@example\.(?:com|net|org)$/i.test(value.trim()),
  url: (value) => /^(?:https?:\/\/)?(?:www\.)?example\.(?:com|net|org)(?:\/|$)/i.test(value.trim()),
  "ip-address": (value) => /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.|^2001:0?db8:/i.test(value.trim()),
  ssn: (value) => /^9\d{2}(?:0[1-9]|[1-4]\d|6[6-9])/.test(digitsOf(value)),
};

/** Whether a value is of a range that was never issued; undefined for kinds without such a range. */
export function isReserved(kind: KindName, value: string): boolean | undefined {
  return ranges[kind]?.(value);
}

function isReservedPhone(value: string): boolean {
  return /^1?[2-9]\d{2}55501\d{2}/.test(digitsOf(value)) || /^55501\d{2}$/.test(digitsOf(value));
}
