import { gtinDigit, luhn, luhnDigit, vinDigit } from "../check-digits.ts";
import { defineKind, listed } from "../define.ts";
import { anyOf, findsNothing, rule } from "../search.ts";
import { digitsOf, randomDigits, randomText, spellLike } from "../spelling.ts";

const compact = (value: string): string => value.replace(/[\s-]/g, "").toUpperCase();

function isVin(value: string): boolean {
  const text = compact(value);
  return /^[A-HJ-NPR-Z\d]{17}$/.test(text) && vinDigit(text) === text[8];
}

/** Both letters and digits, and the last four characters digits or nearly so: a serial number ends a VIN. */
function looksLikeVin(text: string): boolean {
  return /[A-Z].{0,16}[A-Z]/i.test(text) && /\d{4}$/.test(text);
}

export const vin = defineKind({
  name: "vin",
  category: "L",
  title: "Vehicle identification number",
  tag: "VIN",
  labels: listed(`
    vin, vin number, vehicle identification number, vehicle identification, vehicle id, vehicle serial number, vehicle number,
    chassis number, numero de chasis
  `),
  domain: "vehicle",
  find: rule(/(?<![\w-])[A-HJ-NPR-Z\d]{17}(?![\w-])/gi, (match) =>
    isVin(match[0]) ? "checked" : looksLikeVin(match[0]) ? "shaped" : null,
  ),
  matches: (value) =>
    /^[A-HJ-NPR-Z\d]{17}$/i.test(value.trim()) && /[A-Z]/i.test(value)
      ? isVin(value)
        ? "checked"
        : looksLikeVin(value.trim())
          ? "shaped"
          : null
      : null,
  accepts: (value) => /^[A-Z\d][A-Z\d -]{4,22}$/i.test(value.trim()) && /\d/.test(value),
  normalize: compact,
  check: isVin,
  // The tenth character, the model year, is never 0, U or Z (49 CFR 565.15(d)(1), table VII).
  make: (stream) => {
    const letters = "ABCDEFGHJKLMNPRSTVWXY";
    const body = `${stream.pick(["1", "4", "5"])}${randomText(stream, letters, 2)}${randomText(stream, `${letters}0123456789`, 5)}`;
    const tail = `0${randomText(stream, letters, 1)}${randomDigits(stream, 6)}`;
    return body + vinDigit(`${body}0${tail}`) + tail;
  },
  examples: {
    found: ["VIN [[1HGCM82633A004352]]", "car [[1M8GDM9AXKP042788]] towed", "vehicle [[1HGCM82613A004352]] mistyped"],
    kept: ["NM_007294.3:c.68A>G", "41245466412454664", "VIN: none"],
  },
});

/** Letters and digits both, and no year or dose among them. */
function isPlate(id: string): boolean {
  return /[A-Z]/.test(id) && /\d{2}|\d[A-Z]\d|[A-Z]\d[A-Z]/.test(id) && !/^\d{1,4}[- ]?(?:MG|ML|MCG|MM|CM|PM|AM|ST|ND|RD|TH)$/.test(id);
}

export const licensePlate = defineKind({
  name: "license-plate",
  category: "L",
  title: "Licence plate",
  tag: "PLATE",
  labels: listed(`
    license plate, license plate number, licence plate, plate number, plate, tag number, vehicle plate, number plate,
    vehicle registration, vehicle registration number, registration plate, plates, placa, placas, numero de placa
  `),
  domain: "vehicle",
  find: anyOf(
    // "KY tag 714-KDR", "plate is 8KTR 291"
    rule(
      /\b(?:plates?|tags?|lic(?:ense)?|reg)(?: (?:no|number|is|reads|#))?[:# (]{1,3}(?:[A-Z]{2} )?(?<id>[A-Z]{1,2} \d{2} \d{3,4}|[A-Z\d]{2,4}[- ][A-Z\d]{2,5}|[A-Z\d]{5,8})(?![\w-])/g,
      (match) => (isPlate(match.groups!.id!) ? "contextual" : null),
    ),
    // "Car (SB4 K7L, Mo.)"
    rule(
      /\b(?:[Cc]ar|[Tt]ruck|[Vv]an|SUV|[Pp]ickup|[Ss]edan|[Vv]ehicle|[Mm]otorcycle|[Bb]ike|[Mm]inivan|Jeep|Honda|Toyota|Ford|Chevy|Subaru|Nissan|Civic|Camry|Corolla|Prius|F-150|Silverado)[ ,]{1,2}\(?(?<id>[A-Z\d]{2,4}[- ][A-Z\d]{2,4})(?=[,)]| \()/g,
      (match) => (isPlate(match.groups!.id!) ? "contextual" : null),
    ),
    rule(
      /\b(?:tail|tail (?:no|number)|n-?reg|reg|aircraft|helo|helicopter|airlift|reach|medevac)[:# ]{1,3}(?<id>N\d{1,5}[A-Z]{0,2})(?![\w-])/gi,
      "contextual",
    ),
  ),
  matches: () => null,
  accepts: (value) => /^[A-Z\d][A-Z\d -]{2,9}$/i.test(value.trim()) && /\d/.test(value) && /^(?!\d{1,3}$)/.test(value.trim()),
  normalize: compact,
  // I, O and Q together: states leave these letters out of serial plates, since they read as 1 and 0.
  make: (stream) => `IOQ-${randomDigits(stream, 4)}`,
  examples: {
    found: ["License plate: [[8KTR291]]", "Plate [[ABC-1234]] (OR)", "Placas: [[XY 12 345]]"],
    kept: ["plate: 3", "growth plate intact", "plate fixation of radius"],
  },
});

export const udi = defineKind({
  name: "udi",
  category: "M",
  title: "Unique device identifier",
  tag: "UDI",
  labels: listed(`
    udi, unique device identifier, unique device identification, device udi, udi carrier, carrier hrf, human readable barcode,
    udi carrier hrf, device identifier, udi di
  `),
  domain: "device",
  find: rule(
    /\(01\) ?\d{14}(?: ?\((?:10|11|17|21|240|8012)\) ?[\w./+-]{0,29}[\w+]){0,6}|(?<![\w+])\+[A-Z]\d{3}[A-Z0-9]{2,20}\/[\w$+/%.-]{2,60}|(?<!\w)=\/[A-Z0-9]{4,20}=[\w=,+-]{4,60}/g,
    "checked",
  ),
  matches: (value) => (/^(?:\(01\)|01)\d{14}(?:\D|1[017]|21|$)|^\+[A-Z]\d{3}[A-Z0-9]{2,18}\//.test(value.trim()) ? "checked" : null),
  accepts: (value) => /^[\w()+=][\w()+=/$%. ,-]{5,120}$/.test(value.trim()) && /\d{4}/.test(value),
  normalize: (value) => value.replace(/\s/g, ""),
  // GS1 prefix 952 is set aside for demonstrations and examples (GS1 General Specifications, 1.4.2).
  make: (stream) => {
    const body = `0952${randomDigits(stream, 9)}`;
    const day = `${stream.int(20, 29)}${String(stream.int(1, 12)).padStart(2, "0")}${String(stream.int(1, 28)).padStart(2, "0")}`;
    return `(01)${body}${gtinDigit(body)}(17)${day}(10)${randomText(stream, "ABCDEFGHJK", 1)}${randomDigits(stream, 4)}(21)${randomDigits(stream, 8)}`;
  },
  examples: {
    found: [
      "implant [[(01)00844588003288(21)A213B1]] placed",
      "UDI [[(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234]]",
      "stent [[+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ4567]]",
    ],
    kept: ["(01) see note", "see item (21)", "10 x 12 mm"],
  },
});

export const deviceSerial = defineKind({
  name: "device-serial",
  category: "M",
  title: "Device serial or lot number",
  tag: "SERIAL",
  labels: listed(`
    serial number, serial, serial id, device serial, device serial number, device id, device number, sn, s n, lot, lot number,
    batch number, lot id, model serial number, implant id, implant serial number, implant number, pacemaker serial,
    pacemaker serial number, pump serial number, asset number, asset tag, equipment id, equipment number, scanner id, device uid,
    numero de serie, lote, numero de lote
  `),
  domain: "device",
  find: findsNothing,
  matches: () => null,
  accepts: (value) => /^[A-Z\d][A-Z\d ./_-]{1,30}$/i.test(value.trim()) && /\d/.test(value),
  normalize: compact,
  // No registry: a serial number means something only beside its maker. ZZ tells a made one.
  make: (stream) => `ZZ${randomText(stream, "ABCDEFGHJKLMNPRSTUVWXY", 1)}${randomDigits(stream, 6)}`,
  examples: {
    found: ["SN [[PJN402118H]]", "lot [[22B]]", "Serial number: [[00-441-A]]"],
    kept: ["serial troponins: negative", "serial exams", "a lot of pain"],
  },
});

export const macAddress = defineKind({
  name: "mac-address",
  category: "M",
  title: "MAC address of a network device",
  tag: "MAC",
  labels: ["mac address", "mac", "hardware address", "ethernet address", "wifi address", "bluetooth address"],
  domain: "device",
  find: rule(
    /(?<![0-9A-Za-z:-])(?:[0-9A-F]{2}([:-])(?:[0-9A-F]{2}\1){4}[0-9A-F]{2}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})(?![0-9A-Za-z:]|-[0-9A-Fa-f])/gi,
    "checked",
  ),
  matches: (value) =>
    /^(?:[0-9A-F]{2}([:-]?)(?:[0-9A-F]{2}\1){4}[0-9A-F]{2}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})$/i.test(value.trim())
      ? /[:.-]/.test(value)
        ? "checked"
        : /[A-F]/i.test(value)
          ? "shaped"
          : null
      : null,
  accepts: (value) => /^[0-9A-F][0-9A-F:. -]{10,22}$/i.test(value.trim()),
  normalize: (value) => value.replace(/[^0-9A-Za-z]/g, "").toUpperCase(),
  // 00-00-5E-00-53-00 to -FF are for documentation (RFC 7042, 2.1.2).
  make: (stream) => `00-00-5E-00-53-${stream.int(0, 255).toString(16).toUpperCase().padStart(2, "0")}`,
  examples: {
    found: ["pump at [[3C:5A:B4:12:9F:01]]", "MAC [[00-1b-63-84-45-e6]]", "cisco [[001b.6384.45e6]] port 4"],
    kept: ["at 12:30:45 today", "MAC anesthesia", "10-20-30-40"],
  },
});

export const imei = defineKind({
  name: "imei",
  category: "M",
  title: "IMEI or MEID of a phone",
  tag: "IMEI",
  labels: ["imei", "imei number", "imsi", "meid", "esn", "iccid", "sim number"],
  domain: "device",
  find: rule(/(?<![\w.-])(?:\d{2}-\d{6}-\d{6}-\d|\d{6} ?\d{2} ?\d{6} ?\d)(?![\w-]|\.\d)/g, (match) =>
    luhn(digitsOf(match[0])) ? "checked" : match[0].includes("-") ? "shaped" : null,
  ),
  matches: (value) =>
    /^\d[\d -]{13,17}\d$/.test(value.trim()) && digitsOf(value).length === 15 && luhn(digitsOf(value)) ? "checked" : null,
  accepts: (value) => /^[0-9A-F][0-9A-F -]{12,24}$/i.test(value.trim()),
  normalize: digitsOf,
  check: (value) => digitsOf(value).length === 15 && luhn(digitsOf(value)),
  // Type allocation codes that begin with 00 are for test equipment (GSMA TS.06, 4.3).
  make: (stream, context) => {
    const body = `00${randomDigits(stream, 12)}`;
    const digits = body + luhnDigit(body);
    return spellLike(digits, context?.like, digits);
  },
  examples: {
    found: ["IMEI [[490154203237518]]", "phone [[49-015420-323751-8]] lost", "handset [[490154 20 323751 8]]"],
    kept: ["490154203237519 counted", "IMEI: none", "120 80 98 16"],
  },
});
