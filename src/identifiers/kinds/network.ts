import { isClinicalWord, isOrdinaryWord } from "../../tables/vocabulary.ts";
import { defineKind, listed } from "../define.ts";
import { anyOf, beforePoint, type Finder, rule } from "../search.ts";
import { randomText } from "../spelling.ts";

const hex = "0123456789abcdef";

/** Namespaces of markup and of published code systems (W3C, HL7 and the terminologies it names) are nobody's address. */
const definition =
  /^https?:\/\/(?:www\.w3\.org|(?:www\.)?hl7\.org\/fhir|terminology\.hl7\.org|loinc\.org|snomed\.info|unitsofmeasure\.org|www\.nlm\.nih\.gov\/research\/umls)(?:[/#?]|$)/i;

export const url = defineKind({
  name: "url",
  category: "N",
  title: "Web address",
  tag: "URL",
  labels: listed(`
    url, urls, web address, website, web site, web page, link, portal link, homepage, uri, sitio web, pagina web, facebook,
    instagram, twitter, linkedin
  `),
  domain: "url",
  find: anyOf(
    trimmed(
      rule(/(?<![A-Za-z0-9])(?:https?|ftps?|sftp|wss?|file|smb):\/\/[^\s<>"'`|]{1,2000}/gi, (match) =>
        definition.test(match[0]) ? null : "checked",
      ),
    ),
    trimmed(rule(/(?<![\w@./-])www\d?\.[^\s<>"'`|]{3,1000}/gi, "checked")),
    trimmed(
      beforePoint(
        "@./-",
        32,
        /(?<![\w@./-])[a-z0-9](?:[a-z0-9-]{0,30}\.){1,4}(?:com|org|net|edu|gov|mil|io|info|health|care|app|us|uk|ca|mx|ly|me)(?:\/[^\s<>"'`|]{0,500})?(?![\w@-]|\.\w)/gi,
        (match) => (/\/|\.(?:com|org|net|edu|gov|mil|health)$/i.test(match[0]) ? "shaped" : null),
      ),
    ),
    // Two points and a path, or a path that asks: an address under any top-level domain.
    trimmed(
      beforePoint("@./-", 42, /(?<![\w@./-])[a-z][a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,40}){1,3}\.[a-z]{2,12}\/[^\s<>"'`|]{2,500}/gi, "shaped"),
    ),
  ),
  matches: (value) =>
    /^(?:https?|ftps?|sftp|file):\/\/\S{1,2000}$|^www\.[^\s.]{1,100}\.\S{1,2000}$|^(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|edu|gov)(?:\/\S{0,2000})?$/i.test(
      value.trim(),
    )
      ? "checked"
      : null,
  accepts: (value) => /^\S{4,200}$/.test(value.trim()) && /[./@]/.test(value),
  normalize: (value) => value.trim(),
  // example.com, .net and .org belong to nobody (RFC 2606, section 3).
  make: (stream) => `https://www.example.${stream.pick(["com", "net", "org"])}/${randomText(stream, hex, 8)}`,
  examples: {
    found: [
      "see [[https://portal.mercy.org/u/dana?id=7]].",
      "log on to [[www.mychart.com/jm]]",
      "portal: [[mychart.mercy.org/patient/55120]]",
    ],
    kept: ["and/or", "5 mg/dL", "St.Mary", "e.g. vs. i.e."],
  },
});

/** Sentence marks and closing brackets at the end belong to the prose around it. */
function trimmed(finder: Finder): Finder {
  return (text, sites) =>
    finder(text, sites).map((match) => {
      let { end } = match;
      while (end > match.start + 1 && ".,;:!?)]}".includes(text[end - 1]!)) end--;
      return { ...match, end };
    });
}

const byte = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

function isV4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => byte.test(part));
}

/** RFC 4291, 2.2: eight groups, or fewer with one `::`; the last two perhaps as IPv4. */
function isV6(text: string): boolean {
  const bare = text.replace(/%[\w.-]{1,20}$/, "").replace(/\/\d{1,3}$/, "");
  const tail = /:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(bare);
  if (tail && !isV4(tail[1]!)) return false;
  const groups = (tail ? `${bare.slice(0, -tail[1]!.length)}0:0` : bare).split(":");
  const gaps = groups.filter((group) => group === "").length;
  const filled = groups.length - gaps;
  if (!groups.every((group) => /^[0-9a-f]{0,4}$/i.test(group)) || filled < 2 || groups.length > 9) return false;
  return text.includes("::")
    ? text.indexOf("::") === text.lastIndexOf("::") && filled < 8 && /\d/.test(text)
    : groups.length === 8 && gaps === 0;
}

export const ipAddress = defineKind({
  name: "ip-address",
  category: "O",
  title: "Internet Protocol address",
  tag: "IP",
  labels: listed(`
    ip, ip address, ip addr, ipv4, ipv6, client ip, source ip, host ip, remote address, direccion ip
  `),
  domain: "ip",
  find: anyOf(
    rule(/(?<![\w.-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)/g, (match) =>
      isV4(match[0]) &&
      !/(?:\b(?:v|ver|version|release|rev|build|firmware|software|sw|fw|oid|section)\.?:? ?)$/i.test(
        match.input.slice(Math.max(0, match.index - 12), match.index),
      )
        ? "checked"
        : null,
    ),
    rule(/(?<![\w:.-])[0-9a-f]{0,4}:[0-9a-f:]{1,40}(?:\.\d{1,3}){0,3}(?![\w:])/gi, (match) => (isV6(match[0]) ? "checked" : null)),
  ),
  matches: (value) => (isV4(value.trim()) || isV6(value.trim()) ? "checked" : null),
  accepts: (value) => /^[0-9a-f.:%/]{3,50}$/i.test(value.trim()),
  normalize: (value) => value.trim().toLowerCase(),
  // 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737) and 2001:db8::/32 (RFC 3849) are for documentation.
  make: (stream, context) =>
    context?.like?.includes(":")
      ? `2001:db8::${randomText(stream, "123456789abcdef", 1)}${randomText(stream, hex, 3)}`
      : `${stream.pick(["192.0.2", "198.51.100", "203.0.113"])}.${stream.int(1, 254)}`,
  examples: {
    found: ["logged from [[10.44.7.212]].", "IPv6 [[2001:0db8:85a3::8a2e:0370:7334]]", "host [[fe80::1ff:fe23:4567:890a]] up"],
    kept: ["software version 10.2.1.4", "v10.2.1.4", "at 12:30:45", "1.2.840.113619.2.5", "300.1.2.3"],
  },
});

/** Whether what stands behind `by` is the name of an account: with digits or marks in it, or no word of English. */
function isLogin(text: string): boolean {
  const bare = text.replace(/[.-]{1,3}$/, "");
  if (/\d/.test(bare)) return /[A-Za-z]{2}/.test(bare) && !isClinicalWord(bare.toLowerCase());
  if (/[a-z][._][a-z]|^[A-Z]{3,12}-[A-Z]{2,4}$/.test(bare)) return true;
  return /^[a-z]{4,12}$/.test(bare) && !isOrdinaryWord(bare) && !isClinicalWord(bare);
}

/** A handle: capitals inside, digits behind, marks within. */
function isHandle(text: string): boolean {
  const bare = text.replace(/[.-]{1,3}$/, "");
  if (/^[A-Za-z]{2,20}[a-z][A-Z][a-z]/.test(bare)) return !/^(?:My|Mc|Mac|O)[A-Z]/.test(bare);
  return /^[A-Za-z]{3,20}[._-]?\d{1,5}$/.test(bare) || /^[a-z\d]{1,20}[._][a-z\d_.]{1,20}$/.test(bare);
}

/** Letters that are no word, with digits behind them; or two parts with a line between, of which one is no word. */
function isUnheard(text: string): boolean {
  const isWord = (part: string): boolean => part.length < 3 || isOrdinaryWord(part) || isClinicalWord(part);
  if (text.includes("_")) return text.split("_").some((part) => !isWord(part.replace(/\d/g, "")));
  const letters = text.replace(/\d/g, "");
  return (
    !isWord(letters) &&
    !isWord(text) &&
    !/^(?:covid|sars|hcov|chadox|gpiib|nmda|apoe|calr|flut|interleukin|caspase|claudin|keratin|annexin)/.test(letters)
  );
}

export const userName = defineKind({
  name: "user-name",
  category: "R",
  title: "User name or handle",
  tag: "USER",
  labels: listed(`
    user name, username, user id, userid, user, login, login id, login name, logon, screen name, handle, account name, portal login,
    portal user name, user login, net id, sso id, =created by, =updated by, =modified by, =entered by, =last modified by, skype,
    usuario, nombre de usuario, password
  `),
  domain: "user",
  find: anyOf(
    rule(
      /\b(?:user ?(?:name|id)|login(?: name)?|screen ?name|log ?in)(?: is|:| =|=) {0,2}(?<id>[A-Za-z][\w.-]{1,28}\w)(?![\w@])/gi,
      (match) => (/[\d._]/.test(match.groups!.id!) ? "contextual" : null),
    ),
    rule(/(?<![\w@./-])@[A-Za-z][A-Za-z0-9_.]{2,30}(?![\w@])/g, "shaped"),
    // "Printed 01/21/2025 11:02 by CFUNG3", "closed 1:30p by tpeake", "scr lgm4"
    rule(
      /\b(?:printed|closed|pended|opened|entered|scanned|signed|released|verified|modified|edited|filed|created|updated|exported|viewed|accessed|acknowledged|ack(?:'d)?|keyed|typed|transcribed|charted|locked|resulted|finali[sz]ed|faxed|uploaded|recorded|generated|routed|addended|cosigned|queued|saved|queried|pulled|copied|merged|archived|wasted|witnessed|requested|collected|sent|discontinued|logged)(?: on| at)?(?: [\d/:.-]{1,12}(?: ?[ap]\.?m?\.?)?){0,3}(?: (?:from|in|via) [A-Za-z]{2,10})?,? by:? (?<id>[A-Za-z][\w.-]{0,28}\w)(?![\w@'])/gi,
      (match) => (isLogin(match.groups!.id!) ? "contextual" : null),
    ),
    rule(
      /\b(?:scr|scribe|op(?:erator)?|tech|usr|by|pyxis|omnicell|audit|coder|log(?:in)?)[: ]{1,2}(?<id>[a-z]{2,12}\d{1,4}|(?<=(?:pyxis|omnicell|audit|coder|login|Tech|usr)[: ]{1,2})[a-z]{5,14}(?:\.[a-z]{2,6})?)(?![\w@.-])/g,
      (match) => (isLogin(match.groups!.id!) ? "contextual" : null),
    ),
    // "portal login KStallMom", "(msg via MyChart: awarsame89)", "insta dana.rows"
    rule(
      /\b(?:my ?chart|portal|instagram|insta|ig|tiktok|snap(?:chat)?|facebook|fb|venmo|zelle|cash ?app|discord|telegram|whatsapp|twitter|reddit|gamertag|psn|xbox|skype|zoom|handle|log ?in|user(?: ?name)?|screen ?name|proxy|acct name)(?: (?:login|log-in|handle|user|username|id|name|account|acct|msg|is|as|under|was|profile)){0,3}:? ["'@(]?(?<id>[A-Za-z][\w.-]{1,28}\w)(?![\w@'])/gi,
      (match) => (isHandle(match.groups!.id!) ? "contextual" : null),
    ),
    // "awarsame89", "hrasmussen_lpn": no word of a note looks so.
    rule(/(?<![\w@./=&?-])(?<id>[a-z]{5,20}\d{1,4}|[a-z]{2,20}_[a-z][a-z\d]{0,19})(?![\w@/=-]|\.\w)/g, (match) =>
      isUnheard(match.groups!.id!) ? "shaped" : null,
    ),
  ),
  matches: () => null,
  accepts: (value) => /^[@\w][\w.@+\\-]{1,60}$/.test(value.trim()),
  normalize: (value) =>
    value
      .trim()
      .toLowerCase()
      .replace(/^[@\s]{1,200}/, ""),
  // No registry; zz tells a made one.
  make: (stream) => `zz${stream.pick(["heron", "larch", "tern", "alder", "rowan", "finch"])}${stream.int(100, 9999)}`,
  examples: {
    found: [
      "username: [[dmoss82]]",
      "posted as [[@dana_moss82]]",
      "Login: [[hvoss]]",
      "closed by [[tpeake]].",
      "msg from [[hrasmussen_lpn]] today",
    ],
    kept: ["seen @ 10:30", "drug user 3 years", "2 @ bedtime", "signed by patient", "closed by nurse", "see_note", "interleukin6"],
  },
});
