// New values for marked spans, as varied as the tables and a few grammars allow.

const vowels = "a e i o u a e i o ai ee oa ia ou y".split(" ");
const onsets = "b d f g h j k l m n p r s t v w z br ch cl dr fr gr kh kr ll mb nd ng ph pr qu sh sk st str th tr ts ty vl xi zh".split(
  " ",
);
const codas = "n r s l m k t d sh ng ck nd rt x z ff tt ss ki ic ez".split(" ");
const trees =
  "oak elm maple cedar birch walnut main park lake hill river church mill spring school meadow sunset ridge chestnut prospect highland washington lincoln jefferson franklin vine center broad market willow juniper magnolia larkspur heron quail fox orchard harbor canyon mesa valley pine cherry".split(
    " ",
  );
const streetTypes =
  "St Ave Rd Dr Ln Ct Pl Blvd Way Ter Cir Pkwy Hwy Trl Loop Street Avenue Road Drive Lane Court Place Boulevard Terrace Circle Trail".split(
    " ",
  );
const keptInAddress =
  /^(?:st|ave?|rd|dr|ln|ct|pl|blvd|way|ter|cir|pkwy|hwy|trl|loop|street|avenue|road|drive|lane|court|place|boulevard|terrace|circle|trail|apt|unit|ste|suite|fl|floor|po|box|p|o|n|s|e|w|ne|nw|se|sw|north|south|east|west|corner|of|and|rr|hc|route|rte|highway|us|i|sr|county|interstate|lot|bldg|building|room|rm|near|at|the|exit|mile|marker|old|new|sq|square|plaza|pike|alley|cv|cove|xing|crossing|blk|block)$/i;
const monthsShort = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthsLong = "january february march april may june july august september october november december".split(" ");
const saints =
  "Mary Joseph Luke Vincent Anne John Elizabeth Francis Agnes Catherine Jude Clare Anthony Rita Brigid Raphael Columba Isidore".split(" ");
const soft =
  "Harmony Golden Sunrise Lakeside Riverside Hillcrest Oakview Silver Maple Cedar Heritage Bayview Grace Hope Northgate Pinecrest Summit Evergreen Willow Meadow Prairie Harbor Beacon Liberty Pioneer Canyon Highland Tri-County Valley Peach Blue Cascade Coastal Desert Prospect Trinity Providence Mercy Sacred Unity Compass Cornerstone Bridges Horizon Pathway Haven Bright Clearwater Stone Eagle".split(
    " ",
  );
const soft2 = "Pines Oaks House Gardens Haven View Springs Ridge Grove Creek Point Terrace Tree Path Bridge Gate Hollow Light".split(" ");
const careEnds =
  "Hospital|Medical Center|Clinic|Family Medicine|Regional Medical Center|General Hospital|Community Hospital|Memorial Hospital|Health|Pediatrics|Women's Health|Orthopedics|Cardiology Associates|Nursing Home|Rehab|Rehabilitation Center|Urgent Care|Hospice|Pharmacy|Dialysis|Health System|Internal Medicine|Surgery Center|Behavioral Health|Care Center|Manor|SNF|Assisted Living|Imaging|Labs|Oncology|Eye Institute|EMS|Ambulance|Fire Rescue|Physical Therapy|OB/GYN|Dental|Home Health|Children's Hospital|University Hospital|VA Medical Center|Health Center|Regional|Memorial|General|Medical Group|Infusion|Wellness Center|Senior Living|Drug|Medical Associates".split(
    "|",
  );
const workEnds =
  "Inc|LLC|Foods|Logistics|Construction|Trucking|Elementary|High School|Middle School|University|Community College|Church|Baptist Church|Farms|Motors|Plumbing|Steel|Manufacturing|Supply|Shelter|Academy|Bakery|Diner|Industries|Library|Cafe|Casino|Hotel|Packing|Dairy|Brewing|Electric|Airlines|Insurance|Correctional Facility|County Jail|Temple|Mosque|Market|Hardware|Lumber|Mills|Freight|Aerospace|School District|Fire Department|Landscaping|Daycare|Preschool|Marina|Ranch|Poultry|Textiles".split(
    "|",
  );
const holidays =
  "Thanksgiving|Christmas|Christmas Eve|New Year's Day|New Year's Eve|Easter|Labor Day|Memorial Day|July 4th|Halloween|Mother's Day|Father's Day|Valentine's Day|Independence Day|Passover|Diwali|Ramadan".split(
    "|",
  );
const hosts = "gmail.com yahoo.com outlook.com hotmail.com aol.com comcast.net icloud.com sbcglobal.net".split(" ");

/** Pools of names and places from the tables, drawn from by `random`. */
export function createValues(tables) {
  const { given, surnameGroups, wordsFrom, givenNames, surnames, zipPlaces, cityGroups, wordRank } = tables;
  const rare = {
    given: given.slice(0, 9).map(wordsFrom),
    surname: surnameGroups.slice(0, 12).map(wordsFrom),
  };
  const wordNames = surnameGroups
    .slice(6)
    .flatMap(wordsFrom)
    .filter((name) => wordRank(name) >= 7 && name.length > 2); // prettier-ignore
  const cityNames = cityGroups.slice(1).map(wordsFrom);
  const places = zipPlaces();
  const counties = [...new Set(places.county)];

  function weighted({ names, cumulative }, random) {
    const target = random.next() * cumulative.at(-1);
    let low = 0;
    let high = names.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] > target) high = middle;
      else low = middle + 1;
    }
    return names[low].toLowerCase();
  }

  function invented(random) {
    let out = random.chance(0.15) ? random.from(vowels) : "";
    const syllables = 1 + random.below(3) + (random.chance(0.4) ? 1 : 0);
    for (let i = 0; i < syllables; i++) out += random.from(onsets) + random.from(vowels);
    if (random.chance(0.6)) out += random.from(codas);
    return out;
  }

  /** One part of a name in lower case. `plain`: no ordinary words. */
  function namePart(sort, random, plain) {
    const draw = random.next();
    if (draw < 0.3)
      return sort === "given" ? weighted(givenNames("U", 1920 + 10 * random.below(10)), random) : weighted(surnames(), random);
    if (draw < 0.62) return random.from(random.from(rare[sort]));
    if (draw < 0.7 && !plain && sort === "surname") return random.from(wordNames);
    if (draw < 0.74 && sort === "surname") return `${random.from(["mc", "mac", "o'", "al-", "de"])}${invented(random)}`;
    return invented(random);
  }

  const city = (random) =>
    random.chance(0.5)
      ? random.from(random.from(cityNames))
      : random.chance(0.7)
        ? random.from(places.city)
        : `${invented(random)}${random.from(["ville", "ton", "burg", " falls", " city", "ford", "field", "", " heights", " springs"])}`;
  const letters = (count, random) => Array.from({ length: count }, () => String.fromCharCode(65 + random.below(26))).join("");

  function organization(text, label, random) {
    const isWork = label === "EMPLOYER" || label === "SCHOOL" || label === "employer";
    if (/^[A-Z]{2,5}$/.test(text)) return letters(text.length + (random.chance(0.2) ? 1 : 0), random);
    const words = text.trim().split(/\s+/);
    const first = () => {
      const draw = random.next();
      if (draw < 0.25) return titled(namePart("surname", random, false));
      if (draw < 0.45) return titled(city(random));
      if (draw < 0.55) return `${random.chance(0.7) ? "St." : "Saint"} ${random.from(saints)}${random.chance(0.5) ? "'s" : ""}`;
      if (draw < 0.8) return random.from(soft);
      if (draw < 0.9) return `${random.from(soft)} ${random.from(soft2)}`;
      return titled(invented(random));
    };
    if (words.length === 1 || random.chance(0.12)) return first();
    const end = random.from(isWork ? workEnds : careEnds);
    return random.chance(0.1) ? `${first()} ${random.from(soft2)} ${end}` : `${first()} ${end}`;
  }

  function address(text, random, fresh = false) {
    if (fresh || random.chance(0.25)) {
      const base = random.chance(0.5) ? titled(random.from(trees)) : titled(namePart("surname", random, false));
      const unit = random.chance(0.3)
        ? `${random.from([", ", " "])}${random.from(["Apt", "Unit", "#", "Ste", "Apt."])} ${random.chance(0.5) ? 1 + random.below(40) : `${1 + random.below(9)}${letters(1, random)}`}`
        : "";
      return `${1 + random.below(random.chance(0.5) ? 999 : 19999)} ${random.chance(0.15) ? `${random.from("NSEW".split(""))} ` : ""}${base} ${random.from(streetTypes)}${unit}`;
    }
    return text.replace(/[A-Za-z][A-Za-z']*|\d+/g, (part) => {
      if (/\d/.test(part)) return digitsLike(part, random);
      if (keptInAddress.test(part) || part.length === 1) return part;
      return cased(random.chance(0.4) ? random.from(trees) : namePart("surname", random, false), part);
    });
  }

  function date(text, random) {
    if (/^(?:[A-Za-z' ]+)$/.test(text) && !monthsLong.concat(monthsShort).some((month) => text.toLowerCase().includes(month)))
      return random.chance(0.3) ? cased(random.from(holidays), text) : text;
    if (random.chance(0.25) && /\d{4}|\/\d\d$/.test(text) && !/[-–] ?\d+[/ ]/.test(text.slice(4))) return freshDate(random);
    return text.replace(/[A-Za-z]+|\d+/g, (part) => {
      if (!/\d/.test(part)) {
        const lower = part.toLowerCase();
        if (monthsLong.includes(lower) && lower !== "may") return cased(random.from(monthsLong), part);
        if (monthsShort.includes(lower)) return cased(random.from(monthsShort), part);
        return part;
      }
      return dateNumber(part, random);
    });
  }

  function freshDate(random) {
    const y = 1930 + random.below(96);
    const m = 1 + random.below(12);
    const d = 1 + random.below(28);
    const p = (value) => String(value).padStart(2, "0");
    const yy = p(y % 100);
    const short = titled(monthsShort[m - 1]);
    const long = titled(monthsLong[m - 1]);
    return random.from([
      `${m}/${d}/${yy}`,
      `${p(m)}/${p(d)}/${y}`,
      `${m}-${d}-${yy}`,
      `${p(m)}-${p(d)}-${y}`,
      `${y}-${p(m)}-${p(d)}`,
      `${m}.${d}.${yy}`,
      `${p(d)}.${p(m)}.${y}`,
      `${long} ${d}, ${y}`,
      `${d} ${short} ${y}`,
      `${short} ${d} ${y}`,
      `${d}-${short}-${y}`,
      `${p(d)}${short.toUpperCase()}${y}`,
      `${long} ${y}`,
      `${short} '${yy}`,
      `${m}/${d}`,
      `${long} ${d}${ordinal(d)}`,
      `${p(m)}${p(d)}${y}`,
      `${short} ${d}`,
      `${m}/${yy}`,
      `${m}/${y}`,
      `the ${d}${ordinal(d)} of ${long}`,
      `${y}${p(m)}${p(d)}`,
    ]); // prettier-ignore
  }

  function dateNumber(part, random) {
    const value = Number(part);
    const pad = part.length === 2 && part[0] === "0";
    if (part.length === 4)
      return /^(?:19|20)/.test(part)
        ? String(1930 + random.below(96))
        : `${String(1 + random.below(12)).padStart(2, "0")}${String(1 + random.below(28)).padStart(2, "0")}`;
    if (part.length > 2) return digitsLike(part, random);
    const drawn =
      value >= 1 && value <= 12 ? 1 + random.below(12) : value <= 31 && value > 0 ? 1 + random.below(31) : 32 + random.below(68);
    return pad || (part.length === 2 && drawn < 10 && random.chance(0.5)) ? String(drawn).padStart(2, "0") : String(drawn);
  }

  function phone(random) {
    const a = 201 + random.below(780);
    const b = 200 + random.below(790);
    const c = String(random.below(10000)).padStart(4, "0");
    return random.from([
      `(${a}) ${b}-${c}`,
      `${a}-${b}-${c}`,
      `${a}.${b}.${c}`,
      `${a}${b}${c}`,
      `${b}-${c}`,
      `+1 ${a} ${b} ${c}`,
      `1-${a}-${b}-${c}`,
      `${a} ${b} ${c}`,
      `(${a})${b}-${c}`,
      `${a}/${b}-${c}`,
      `x${c}`,
      `${c}`,
      `${a}-${b}-${c} x${random.below(900) + 10}`,
      `${a}-${b}${c}`,
    ]);
  }

  function email(random) {
    const one = namePart("given", random, true).replace(/[^a-z]/g, "");
    const two = namePart("surname", random, true).replace(/[^a-z]/g, "");
    const user = random.from([
      `${one}.${two}`,
      `${one[0]}${two}`,
      `${one}${random.below(99)}`,
      `${one}_${two}`,
      `${two}.${one[0]}${random.below(2000)}`,
      `${one[0]}.${two}`,
    ]);
    const host = random.chance(0.5)
      ? random.from(hosts)
      : `${invented(random)}${random.from(["health", "med", "", "clinic", "mail"])}.${random.from(["org", "com", "net", "edu"])}`;
    return random.chance(0.08) ? `${user.replace(".", " dot ")} at ${host.replace(".", " dot ")}` : `${user}@${host}`;
  }

  function number(text, label, random) {
    if (/PHONE|FAX|phone|fax/.test(label) && random.chance(0.3)) return phone(random);
    if (/EMAIL|email/.test(label) && random.chance(0.7)) return email(random);
    if (/URL|DOMAIN/.test(label))
      return text.replace(/[a-z]{4,}/g, (part) =>
        /^(?:http|https|com|html|mychart|portal|health|clinic|login)$/.test(part) ? part : invented(random),
      );
    if (/USER/.test(label)) {
      const two = namePart("surname", random, true).replace(/[^a-z]/g, "");
      return random.from([
        `${letters(1, random).toLowerCase()}${two}`,
        `${two}${random.below(99)}`,
        `${namePart("given", random, true)}.${two}`,
        `${letters(2, random)}${random.below(9999)}`.toLowerCase(),
      ]);
    }
    // Numbers in words stay as they are.
    if (!/\d/.test(text)) return text;
    let out = text
      .replace(/\d/g, () => String(random.below(10)))
      .replace(/[A-Z]/g, (letter) => (text.length > 3 && random.chance(0.7) ? letters(1, random) : letter));
    if (random.chance(0.2) && /\d{4}/.test(out))
      out = random.chance(0.5) ? out.replace(/\d(?=\d{3})/, (digit) => digit + random.below(10)) : out.replace(/\d(?=\d{3})/, "");
    return out;
  }

  const street = (random) =>
    random.chance(0.4) ? random.from(trees) : random.chance(0.4) ? `${1 + random.below(99)}th` : namePart("surname", random, false);
  return {
    namePart,
    invented,
    letters,
    city,
    county: (random) => random.from(counties),
    street,
    organization,
    address,
    date,
    freshDate,
    number,
    phone,
    email,
  };
}

export function titled(text) {
  return text.replace(/(^|[ '-])([a-z])/g, (_, before, letter) => before + letter.toUpperCase()).replace(/'S\b/, "'s");
}

/** `text` in the letter case of `like`. */
export function cased(text, like) {
  const letters = like.replace(/[^A-Za-z]/g, "");
  if (letters.length > 1 && letters === letters.toUpperCase()) return text.toUpperCase();
  if (letters === letters.toLowerCase()) return text.toLowerCase();
  return titled(text.toLowerCase());
}

function digitsLike(text, random) {
  return text.replace(/\d/g, (_digit, at) => (at === 0 ? String(1 + random.below(9)) : String(random.below(10))));
}

function ordinal(day) {
  return day % 10 === 1 && day !== 11 ? "st" : day % 10 === 2 && day !== 12 ? "nd" : day % 10 === 3 && day !== 13 ? "rd" : "th";
}
