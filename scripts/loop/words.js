/** Runs of letters and runs of digits, in lower case without accents: `Dr. Peña 617-5` gives `dr`, `pena`, `617`, `5`. */
export function wordsOf(text) {
  const plain = /[^\0-\x7f]/.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  return plain.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
}

/** A dictionary of phrases, each a list of words with something that it stands for. */
export function createPhrases() {
  const root = new Map();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(words, meaning) {
      let node = root;
      for (const word of words) {
        let next = node.get(word);
        if (!next) {
          next = new Map();
          node.set(word, next);
        }
        node = next;
      }
      if (node === root) return;
      node.meanings ??= new Set();
      if (!node.meanings.has(meaning)) size++;
      node.meanings.add(meaning);
    },
    /** What every phrase in a text stands for. */
    in(words) {
      let found;
      for (let i = 0; i < words.length; i++) {
        let node = root.get(words[i]);
        for (let j = i + 1; node; j++) {
          if (node.meanings) {
            found ??= new Set();
            for (const meaning of node.meanings) found.add(meaning);
          }
          node = j < words.length ? node.get(words[j]) : undefined;
        }
      }
      return found ?? none;
    },
    /** Forgets the phrases that stand in a text. Gives how many. */
    remove(words) {
      let removed = 0;
      for (let i = 0; i < words.length; i++) {
        let node = root.get(words[i]);
        for (let j = i + 1; node; j++) {
          if (node.meanings) {
            removed += node.meanings.size;
            size -= node.meanings.size;
            node.meanings = undefined;
          }
          node = j < words.length ? node.get(words[j]) : undefined;
        }
      }
      return removed;
    },
  };
}

const none = new Set();
