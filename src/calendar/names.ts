/** Names of months and weekdays in six languages: full, then short; months from January, weekdays from Sunday. */
interface Language {
  readonly name: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

const split = (text: string): readonly string[] => text.split(" ");

/** English first: a name that two languages share is read as the first that has it. */
const languages: readonly Language[] = [
  {
    name: "en",
    months: split("january february march april may june july august september october november december"),
    shortMonths: split("jan feb mar apr may jun jul aug sep oct nov dec"),
    weekdays: split("sunday monday tuesday wednesday thursday friday saturday"),
    shortWeekdays: split("sun mon tue wed thu fri sat"),
  },
  {
    name: "es",
    months: split("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    shortMonths: split("ene feb mar abr may jun jul ago sep oct nov dic"),
    weekdays: split("domingo lunes martes miércoles jueves viernes sábado"),
    shortWeekdays: split("dom lun mar mié jue vie sáb"),
  },
  {
    name: "fr",
    months: split("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    shortMonths: split("janv févr mars avr mai juin juil août sept oct nov déc"),
    weekdays: split("dimanche lundi mardi mercredi jeudi vendredi samedi"),
    shortWeekdays: split("dim lun mar mer jeu ven sam"),
  },
  {
    name: "pt",
    months: split("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    shortMonths: split("jan fev mar abr mai jun jul ago set out nov dez"),
    weekdays: split("domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado"),
    shortWeekdays: split("dom seg ter qua qui sex sáb"),
  },
  {
    name: "de",
    months: split("januar februar märz april mai juni juli august september oktober november dezember"),
    shortMonths: split("jan feb mär apr mai jun jul aug sep okt nov dez"),
    weekdays: split("sonntag montag dienstag mittwoch donnerstag freitag samstag"),
    shortWeekdays: split("so mo di mi do fr sa"),
  },
  {
    name: "it",
    months: split("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    shortMonths: split("gen feb mar apr mag giu lug ago set ott nov dic"),
    weekdays: split("domenica lunedì martedì mercoledì giovedì venerdì sabato"),
    shortWeekdays: split("dom lun mar mer gio ven sab"),
  },
];

/** Spellings beside the table's own, by the number of the month. */
const otherMonths: Readonly<Record<string, number>> = { sept: 9, setiembre: 9, sepbre: 9, jänner: 1, juin: 6, fevr: 2, febr: 2, decem: 12 };
const otherWeekdays: Readonly<Record<string, number>> = { tues: 2, weds: 3, thur: 4, thurs: 4 };

/** A name as read: which month or weekday, and how to write another one alike. */
export interface NameRead {
  /** Month from 1, weekday from 0 for Sunday. */
  readonly number: number;
  readonly language: string;
  readonly short: boolean;
  readonly letters: "upper" | "lower" | "title";
}

/** Reads a month's name, in any case, with or without its accents, without a dot. */
export function readMonth(word: string): NameRead | null {
  const read = monthWords.get(fold(word));
  return read ? { ...read, letters: lettersOf(word) } : null;
}

export function readWeekday(word: string): NameRead | null {
  const read = weekdayWords.get(fold(word));
  return read ? { ...read, letters: lettersOf(word) } : null;
}

export function writeMonth(like: NameRead, month: number): string {
  const language = languages.find(({ name }) => name === like.language)!;
  return spell((like.short ? language.shortMonths : language.months)[month - 1]!, like.letters);
}

export function writeWeekday(like: NameRead, weekday: number): string {
  const language = languages.find(({ name }) => name === like.language)!;
  return spell((like.short ? language.shortWeekdays : language.weekdays)[weekday]!, like.letters);
}

/** Lower case without accents: `Février` gives `fevrier`. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}

function lettersOf(word: string): NameRead["letters"] {
  if (word === word.toUpperCase()) return "upper";
  return word[0] === word[0]!.toUpperCase() ? "title" : "lower";
}

function spell(name: string, letters: NameRead["letters"]): string {
  if (letters === "upper") return name.toUpperCase();
  return letters === "title" ? name[0]!.toUpperCase() + name.slice(1) : name;
}

type Word = Omit<NameRead, "letters">;

const monthWords = index("months", "shortMonths", 1, otherMonths);
const weekdayWords = index("weekdays", "shortWeekdays", 0, otherWeekdays);

function index(
  full: "months" | "weekdays",
  short: "shortMonths" | "shortWeekdays",
  first: number,
  others: Readonly<Record<string, number>>,
): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  const add = (name: string, word: Word): void => {
    const folded = fold(name);
    if (!words.has(folded)) words.set(folded, word);
  };
  for (const language of languages) {
    language[full].forEach((name, i) => {
      add(name, { number: i + first, language: language.name, short: false });
    });
    language[short].forEach((name, i) => {
      add(name, { number: i + first, language: language.name, short: true });
    });
  }
  for (const [name, number] of Object.entries(others)) add(name, { number, language: "en", short: true });
  return words;
}
