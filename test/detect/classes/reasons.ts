/** Why the rules fail at a text of `ledger.txt`. */
export const reasons: Readonly<Record<string, string>> = {
  "8.2": "the end of a sentence in capitals reads as the name of a home",
  "28.1": "an alias made of words of the alphabet",
  "28.2": "the number behind an alias",
  "30.2": "a file that bears a name and no number",
  "35.2": "an article before a day",
  "44.2": "an article before a holiday",
  "60.2": "an in-house number with a dash; a brand before an extension",
  "76.1": "an address under a domain that is none of the usual ones",
  "83.1": "a crossing without a word for it",
  "83.3": "highways and exits",
  "85.2": "a given name that is also a state, elsewhere in the note a state",
  "87.3": "services of a hospital joined by and",
  "89.1": "a plant named by its owner and town",
  "105.2": "a chart made for training",
};
