// Turns of phrase in which clinicians, clerks and patients name people, places, dates and numbers: {slots} become marked spans.
import { cased, titled } from "./values.js";

const phrases = `
works at {E}|works nights at {E} as a welder|employed by {E} x {n} yrs|retired from {E} in 2009|laid off from {E}|drives for {E}|manages the {E} on {A}|Employer: {E}, {P}|Occupation: cook, {E}|he is a foreman at {E}|Works: {E} (FT)|job at {E}, on FMLA|on light duty per {E}|her boss at {E}, {N}|FMLA form faxed to {E} HR {P}
goes to {C}|attends {C}|{g}th grader at {C}|student at {C}|teaches at {C}|school RN at {C}, {S}|IEP at {C}|member of {C}|sings at {C}|pastor {S} of {C}|staying at {C}|resides at {C}|released from {C}|shelter bed at {C}|coach {S} ({C})|his church, {C}, brings meals|daycare ({C}) needs the form|picked up at {C}|found down outside {C}|volunteer at {C}|detained at {C}
tx from {F}|transferred from {F}|transfer to {F}|xfer {F} -> here|seen at {F} {D}|seen {D} at {F}|d/c'd from {F} {D}|referred by {N} ({F})|d/c to {F} x {n} d|accepted at {F}, bed avail {D}|prefers {F}|prefers {F} over {F}|{F} vs {F}|OSH ({F})|outside films from {F}|admitted to {F} {D}|PCP at {F}|f/u {F} {D}|follows at {F}|dialysis TTS at {F}|HD MWF {F}|Rx to {F}|pharmacy: {F}|Pharm: {F} {P}|labs drawn at {F}|born at {F}|delivered at {F}|records from {F} reviewed|faxed to {F} {X}|{F} ED|BIBA {F}|via {F} EMS|EMS: {F} unit {n}|resident of {F}|from {F} (SNF)|LTC at {F}|hospice w/ {F}|HH via {F}|{F} home health|care established at {F}|{F} cards|{F} will call|called {F}, spoke w/ {G}|at {F} since {D}|declined by {F}|inpatient at {F}, {D}-{D}|echo at {F} ({D})|surgery at {F} by {N}|MRI {F} {D}|imaging at {F}|cath {D} at {F}|last admit {F} {D}|lives at {F}, room {n}|Service: {F}|Location: {F}|Facility: {F}|Site: {F}|Referring facility: {F}|Hospital: {F}|Clinic: {F}
PCP {S}|PCP: {N}|PCP Dr. {S}|Dr. {S}|Dr {S}|Dr. {N}|Drs. {S} and {S}|Drs {S}/{S}|d/w {S}|d/w Dr {S}|D/W {N} (cards)|per {S}|per Dr. {S}|pt of {S}|s/b {S}|seen by {N}|seen w/ {S}|staffed with {S}|attending {S}|Attending: {N}|Attending {S} aware|resident {S}|fellow {S}|fellow ({S}) paged|{S} to see|{S} paged|{S} notified {clk}|{S} at bedside|{S} here|{S} updated|{S} aware|Nurse {S}|RN {G}|RN {S}|{N} RN|{N}, RN|{N} MD|{N}, MD|{N}, M.D.|{N}, PA-C|{N}, NP|{N}, DO|{G}, LPN|{N} CNM|{N} PharmD|MA {G}|MA: {G}|CNA {G}|RT {G}|SW {G}|SW {N}|CM {G} {X}|OT {G}|PT {S}|interpreter {N}|via interp {G} #{M}|chaplain {S}|Fr. {S}|Rabbi {S}|Ofc {S}|Officer {S} badge {M}|Det. {S}|Judge {S}|atty {N}|guardian {N} {P}|surgeon: {N}|Surgeon {S}|Assistant: {S}|Anesthesia: {N}|anes {S}|Anes: Dr. {S}|scrub {G}|circulator {S}|tech {G}|sonographer: {N}|Read by: {N}|read by {S}|Dictated by {N}|dictated by: {S}|Electronically signed: {N} {D}|signed {N}|e-signed {N}|Signed by {N}, MD|/s/ {N}|cc: {N}|cc: Dr. {S}, {N}|cc {S}|copy to {S}|Ref: {N}|Referring: {N}|Ordering: {N}|Provider: {N}|Consult: {S}|nephro ({S})|GI ({S}) to scope|onc - {S}|cards: {S}|ortho Dr {S}|neurologist {S}|rheum {S} at {F}|endo {N}|her cardiologist, Dr. {S}|his surgeon {S}|report from {G}|report given to {G}|report to {S} RN|handoff to {G}|relieved by {S}|witness {G}|verified w/ {S}|reported to {S} {clk}|Critical called to {S}|cosign {S}|scribe {G}|Scribe: {N}|Transcribed: {I}|{i}/{i}|/{i}|{I}:{i}|DD {d} DT {d} {I}:{i}|--{I}|-{I}|{i} {d}|initials {I}|, {I}
Mr. {S}|Mrs. {S}|Ms. {S}|Mr {S}|Ms {S}|Mr. {S} denies|Ms. {S} states|Mrs. {S} is a pleasant|Mr. {S}'s wife|{G} denies|{G} reports|{G} says|{G} states|{G} is|{G} was|{G} has|{G} will|{G} does|{G} feels|{G} and {G}|told {G}|asked {G}|{G} agrees|{G}'s mother|{S} is|pt {S}|pt {G}|Pt: {N}|Pt {N}|Patient: {N}|PATIENT: {L}|Patient Name: {L}|Name: {L}|NAME: {L}|Name {N}|Re: {N}|RE: {L}|Re {N}, DOB {D}|{L}  MRN {M}|{L} {D}|{L} DOB {D}|{N} is a {age}|{N}, a {age}|This {age} ({G})|baby {G}|Baby Girl {S}|BB {S}|twin A ({G})|infant {S}|{N} (DOB {D})|{N} / {M}|goes by {G}|"{G}"|prefers "{G}"|aka {G}|nee {S}|née {S}|maiden {S}|alias {N}|legal name {N}|From: {N}|To: {N}|Hi {G},|Hello {G},|Dear {G},|Dear Dr. {S},|Dear Ms. {S}:|Thanks, {G}|Thank you, {G}|thx {G}|- {G}|Sincerely, {N}|Love, {G}|{G} here|this is {G}
wife {G}|husband {G}|husb {G}|spouse: {N}|spouse {G} {P}|dtr {G}|dtr {G} ({P})|daughter {N}|daughter {G} in {T}|son {G}|son {N} {P}|sons {G} and {G}|mom {G}|mother {N}|mother: {G}|Mom: {N} {P}|MOC {G}|FOC {G}|father {G}|FOB {G}|FOB: {N}|dad {G}|sister {G}|sis {G}|brother {G}|bro {G}|brother-in-law {G}|DIL {G}|niece {G}|nephew {G}|cousin {G}|aunt {G}|uncle {G}|grandma {G}|gma {G}|gpa {G}|grandson {G}|granddaughter {G}|partner {G}|gf {G}|bf {G}|boyfriend {N}|fiance {G}|ex-husband {G}|ex {G}|neighbor {G}|neighbor {N} has key|friend {G}|friend {N}|roommate {G}|landlord {S}|caregiver {G}|aide {G}|HCP {G}|HCP: {N} {P}|POA {N}|DPOA {G}|MPOA: {N}|NOK {N} {P}|NOK: {G}|EC: {N} {P}|Emergency contact: {N} ({P})|Guarantor: {N}|lives w/ {G}|lives with {G} and {G}|lives w husb {G} + kids ({G}, {G})|kids {G} {n}, {G} {n}|two sons, {G} and {G}|accompanied by {G}|{G} drove|{G} at bs|{G} called|{G} (dtr)|{N} (son)|{G} (wife) present|per {G} (mom)|call {G}|called {G} {P}|LM for {G}|updated {G} by phone|dog {n}
{D}|on {D}|on {d}|{d}|({d})|{D} - {D}|{d}-{d}|since {D}|since {d}|until {d}|till {d}|by {d}|from {d} to {d}|{d} to {d}|last seen {D}|LMP {D}|LMP {d}|EDD {D}|EDC {D}|DOB {D}|DOB: {D}|dob {D}|D.O.B. {D}|born {D}|Date: {D}|DATE: {D}|Date of service: {D}|DOS {D}|DOS: {D}|DOA {D}|Admit {D}|Admitted: {D}|Disch: {D}|adm {d} dc {d}|Date of procedure: {D}|Received {D}|Collected {D}|Printed {D}|Sent: {D}|Faxed {D}|Signed {D}|dated {D}|EKG {d}|CXR {d}|CXR {d} clear|CT {d}|MRI {D}|MRI {d}: stable|echo {d}|Echo {D}|labs {d}|Labs {D}|Cr 1.2 ({d})|A1c 7.2 ({d})|A1c 8 {d}|Hgb 9 on {d}|BCx {d}|UCx {d} neg|wt {n} on {d}|TTE {d}|colonoscopy {D}|mammo {D}|tdap {D}|flu shot {d}|started {d}|stopped {d}|d/c'd {d}|placed {d}|removed {d}|PICC {d}|Foley {d}|intubated {d}|extubated {d}|OR {d}|surgery {d}|f/u {d}|RTC {d}|next {d}|next appt {D}|appt {D} {clk}|recheck {d}|due {d}|expires {D}|exp {d}|rev {d}|effective {D}|mailed {D}|denied {D}|letter of {D}|your letter dated {D}|hearing {D}|court {d}|police came {d}|fell {d}|fell on {D}|MVC {D}|injured {D}|DOI {D}|onset {d}|symptoms {d}|ED visit {D}|ED {d}|seen {d}|admit {d}|post-op {d}|sx {d}|pathology {D}|Bx {d}|cycle 3 {d}|C2D1 {d}|dose 2 {d}|HD {d}|INR 2.3 {d}|cx {d}|neg {d}|nl {d}|on the {o}|since the {o}|the {o} of {m}|{m} {o}|early {m}|mid-{m}|late {m}|in {m}|since {m}|last {m}|{m} {y}|since {m} {y}|{h}|since {h}|after {h}|around {h}|{h} {y}|day after {h}
{A}, {T}, TX {Z}|{A}, {T} {Z}|{A} {T}|{A}, {T}|lives at {A}|lives at {A} in {T}|lives {A}|Address: {A}, {T}, OH {Z}|addr {A} {T} {Z}|{A}\n{T}, CA {Z}|home: {A}|PO Box {n}, {T}|P.O. Box {n}, {T}, ID {Z}|lives in {T}|lives in {T} w/ {G}|from {T}|from {T}, GA|moved from {T}|moved to {T}|drove from {T}|born in {T}|raised in {T}|grew up in {T}|visiting from {T}|works in {T}|flew in from {T}|commutes from {T}|homeless in {T}|in {T}|near {T}|{T}, MN|{T} area|{K} County|{K} County Jail|{K} Co. APS|{K} County CPS, {S}|of {T}|outside {T}|MVC on {A} near {T}|at {A} and {st}|corner of {st} and {st}|{st} & {st}|off {A}|on {st}
{P}|cell {P}|ph {P}|Ph: {P}|phone {P}|tel {P}|Tel: {P}|T {P} F {P}|fax {P}|Fax: {P}|f: {P}|call {P}|call back {P}|callback {P}|cb {P}|at {P}|home {P}|work {P}|(h) {P}|(c) {P}|pgr {X}|pager {X}|beeper {X}|page {X}|x{X}|ext {X}|ext. {X}|Vocera {X}|text {P}|number is {P}|reached at {P}|{EM}|email {EM}|e-mail: {EM}|{URL}|portal {URL}|login {U}|user {U}|user: {U}|by {U}|{U}|signed {U} {d}|entered by {U}|@{U}|handle @{U}|IP {IP}|from {IP}|wkst {M}
MRN {M}|MRN: {M}|MRN# {M}|mrn {M}|MR# {M}|MR {M}|Med rec {M}|#{M}|acct {M}|Acct: {M}|Account # {M}|FIN {M}|CSN {M}|CSN: {M}|HAR {M}|visit {M}|Visit#: {M}|enc {M}|Encounter {M}|claim {M}|claim # {M}|Claim no. {M}|auth {M}|Auth# {M}|PA# {M}|prior auth {M}|ref {M}|Ref # {M}|reference {M}|case {M}|Case #{M}|case no. {M}|appeal {M}|member {M}|Member ID {M}|Member ID: {M}|ID {M}|ID# {M}|ID: {M}|sub ID {M}|subscriber {M}|Grp {M}|Group {M}|policy {M}|Policy #: {M}|Ins: Aetna {M}|Aetna {M}|BCBS {M}|Humana {M}|Medicare {M}|Medicaid {M}|MCD {M}|Tricare {M}|UHC {M} grp {M}|Cigna ID {M}|plan {M}|Rx # {M}|RX {M}|Rx {M}|order {M}|Order #{M}|acc {M}|Acc#: {M}|accession {M}|Accession: {M}|specimen {M}|Spec# {M}|path {M}|{M} (path)|cyto {M}|lot {M}|Lot# {M}|lot {M} exp {d}|SN {M}|S/N {M}|serial {M}|ser# {M}|UDI {M}|device {M}|REF 12 LOT {M}|implant lot {M}|pump #{M}|asset {M}|tag {M}|incident {M}|incident # {M}|report {M}|police report {M}|PD report #{M}|citation {M}|docket {M}|cause {M}|badge {M}|NPI {M}|NPI: {M}|DEA {M}|DEA# {M}|lic {M}|Lic# {M}|license {M}|DL {M}|DL# {M}|SSN {ss}|SS# {ss}|SSN: {ss}|ss {ss}|last 4 {l4}|last four {l4}|SSN ending {l4}|xxx-xx-{l4}|plate {pl}|license plate {pl}|tag {pl}|VIN {M}|subject {M}|subj {M}|study ID {M}|pt ID {M}|screening # {M}|randomized {M}|unit # {M}|PRBC {M}|donor {M}|band {M}|bracelet {M}|tracking {M}|file {M}|locker {M}|bag {M}|key {M}|confirmation {M}|conf# {M}|job {M}|voice job {M}|Doc ID {M}|doc# {M}|form {M}|barcode {M}|passport {M}|A# {M}|employee {M}|emp# {M}
`
  .trim()
  .split(/[|\n](?![^{}]*\})/)
  .filter(Boolean);

const months =
  "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec".split(
    " ",
  );
const holidays =
  "Thanksgiving|Christmas|Easter|Labor Day|Memorial Day|the 4th of July|Halloween|Mother's Day|Valentine's Day|New Year's|New Year's Eve|Christmas Eve|Juneteenth|Father's Day|Passover|Diwali|Tet|Eid|Veterans Day|MLK Day|Good Friday|Ash Wednesday|Mardi Gras|Super Bowl Sunday|Cinco de Mayo".split(
    "|",
  );

/** Gives a maker of pieces: one saying, in one hand. */
export function createSayings({ values }) {
  return function saying(random) {
    const pad = (value) => String(value).padStart(2, "0");
    const given = () => titled(values.namePart("given", random, false));
    const family = () =>
      random.chance(0.06)
        ? `${titled(values.namePart("surname", random, false))}-${titled(values.namePart("surname", random, true))}`
        : titled(values.namePart("surname", random, false));
    const initial = () => values.letters(1, random);
    const digits = (count) => Array.from({ length: count }, () => random.below(10)).join("");
    const number = () =>
      random.from([
        () => digits(5 + random.below(6)),
        () => digits(3 + random.below(3)),
        () => `${digits(2)}-${digits(4 + random.below(3))}`,
        () => `${digits(3)}-${digits(2 + random.below(3))}-${digits(3 + random.below(2))}`,
        () => `${values.letters(1 + random.below(3), random)}${digits(4 + random.below(6))}`,
        () => `${values.letters(1 + random.below(3), random)}-${digits(3 + random.below(5))}`,
        () => `${values.letters(1 + random.below(2), random)}${digits(2)}-${digits(4 + random.below(3))}`,
        () =>
          `${values.letters(2, random)}-${digits(2)}-${digits(3 + random.below(3))}${random.chance(0.3) ? `-${values.letters(1, random)}` : ""}`,
        () => `${digits(3 + random.below(4))}${values.letters(1 + random.below(2), random)}${random.chance(0.5) ? digits(2) : ""}`,
        () => `${values.letters(3, random)}${digits(3)}${values.letters(1, random)}${digits(4)}`,
        () => `${digits(3)} ${digits(3)} ${digits(2 + random.below(3))}`,
        () =>
          `${values.letters(1, random)}${digits(1)}${values.letters(2, random)}-${values.letters(2, random)}${digits(1)}-${values.letters(2, random)}${digits(2)}`,
        () => `0${digits(6 + random.below(3))}`,
        () => `20${digits(2)}-${digits(4 + random.below(2))}`,
      ])();
    const partial = () =>
      random.from([
        () => `${1 + random.below(12)}/${1 + random.below(28)}`,
        () => `${1 + random.below(12)}/${1 + random.below(28)}`,
        () => `${1 + random.below(12)}/${1 + random.below(28)}/${pad(random.below(26))}`,
        () => `${1 + random.below(12)}-${1 + random.below(28)}`,
        () => `${pad(1 + random.below(12))}/${pad(1 + random.below(28))}`,
        () => `${1 + random.below(12)}.${1 + random.below(28)}`,
        () => `${random.from(months)} ${1 + random.below(28)}`,
        () => `${1 + random.below(28)} ${random.from(months).slice(0, 3)}`,
        () => `${1 + random.below(12)}/${10 + random.below(16)}`,
      ])();
    const slots = {
      N: [
        "name",
        () =>
          random.from([
            () => `${given()} ${family()}`,
            () => `${given()} ${family()}`,
            () => `${given()} ${initial()}. ${family()}`,
            () => `${initial()}. ${family()}`,
            () => `${initial()} ${family()}`,
            () => `${family()}`,
            () => `${given()} ${initial()}`,
          ])(),
      ],
      L: [
        "name",
        () =>
          cased(`${family()}, ${given()}${random.chance(0.4) ? ` ${initial()}` : ""}`, random.chance(0.6) ? "AA" : "Aa").replace(
            ", ",
            random.chance(0.3) ? "," : ", ",
          ),
      ],
      S: ["name", family],
      G: ["name", given],
      I: ["name", () => values.letters(2 + random.below(2), random)],
      i: ["name", () => values.letters(2 + random.below(2), random).toLowerCase()],
      F: [
        "organization",
        () =>
          values.organization(
            random.from(["Mercy General", "Mercy", "Lakeside Family Clinic", "ABC", "Oak Hill Manor"]),
            "FACILITY",
            random,
          ),
      ],
      E: ["organization", () => values.organization(random.from(["Acme Foods", "Acme", "Acme Steel Inc", "ABC"]), "EMPLOYER", random)],
      C: ["organization", () => values.organization(random.from(["Acme High School", "Grace Church", "Acme"]), "SCHOOL", random)],
      A: ["place", () => values.address("1", random, true)],
      st: ["place", () => titled(values.street(random))],
      T: ["place", () => titled(values.city(random))],
      K: ["place", () => values.county(random)],
      Z: ["place", () => digits(5) + (random.chance(0.15) ? `-${digits(4)}` : "")],
      D: ["date", () => values.freshDate(random)],
      d: ["date", partial],
      o: [
        "date",
        () => {
          const day = 1 + random.below(31);
          return `${day}${["th", "st", "nd", "rd"][day % 10 > 3 || (day > 10 && day < 14) ? 0 : day % 10]}`;
        },
      ],
      m: ["date", () => random.from(months)],
      h: ["date", () => random.from(holidays)],
      y: [null, () => String(1990 + random.below(36))],
      P: ["number", () => values.phone(random)],
      X: ["number", () => (random.chance(0.7) ? digits(4 + random.below(2)) : `${digits(1)}-${digits(4)}`)],
      EM: ["number", () => values.email(random)],
      URL: [
        "number",
        () =>
          `${random.chance(0.4) ? "https://" : ""}${random.from(["", "www.", "portal.", "mychart."])}${values.invented(random)}${random.from(["health", "", "med"])}.${random.from(["org", "com", "net"])}${random.chance(0.4) ? `/${values.invented(random)}` : ""}`,
      ],
      U: [
        "number",
        () =>
          random
            .from([
              `${initial().toLowerCase()}${values.namePart("surname", random, true)}${random.chance(0.4) ? random.below(99) : ""}`,
              `${values.namePart("given", random, true)}_${values.invented(random)}`,
              `${values.letters(3, random).toLowerCase()}${digits(2 + random.below(3))}`,
            ])
            .replace(/[^a-z0-9_]/g, ""),
      ],
      IP: ["number", () => `${10 + random.below(190)}.${random.below(256)}.${random.below(256)}.${random.below(256)}`],
      M: ["number", number],
      ss: [
        "number",
        () =>
          random.from([
            `${digits(3)}-${digits(2)}-${digits(4)}`,
            digits(9),
            `xxx-xx-${digits(4)}`,
            `***-**-${digits(4)}`,
            `${digits(3)} ${digits(2)} ${digits(4)}`,
          ]),
      ],
      l4: ["number", () => digits(4)],
      pl: [
        "number",
        () =>
          random.from([
            `${values.letters(3, random)} ${digits(4)}`,
            `${digits(1)}${values.letters(3, random)}${digits(3)}`,
            `${values.letters(3, random)}${digits(4)}`,
            `${values.letters(3, random)}-${digits(3)}`,
          ]),
      ],
      n: [null, () => String(1 + random.below(30))],
      g: [null, () => String(4 + random.below(7))],
      age: [null, () => random.from(["67 yo F", "43-year-old man", "82F", "5 y/o boy", "29 y.o. G2P1", "55M"])],
      clk: [null, () => random.from(["0320", "14:05", "2210", "9:15 am", "@ 0700"])],
    };
    const phrase = random.from(phrases);
    const out = [];
    let at = 0;
    for (const match of phrase.matchAll(/\{(\w+)\}/g)) {
      if (match.index > at) out.push({ text: phrase.slice(at, match.index), type: null });
      const [type, make] = slots[match[1]];
      out.push({ text: make(), type, label: match[1] });
      at = match.index + match[0].length;
    }
    if (at < phrase.length) out.push({ text: phrase.slice(at), type: null });
    return out;
  };
}

/** A text of facts and sayings, mixed as notes mix them. */
export function sayingsOnly({ sayings, facts }, random) {
  const pieces = [];
  const count = 6 + random.below(20);
  for (let i = 0; i < count; i++) {
    if (random.chance(0.62)) pieces.push(...sayings(random));
    else pieces.push({ text: facts(random), type: null });
    pieces.push({ text: random.from(["\n", "\n", "\n", ". ", ", ", "; ", " ", "   ", " - ", " / ", "\n\n"]), type: null });
  }
  return pieces;
}
