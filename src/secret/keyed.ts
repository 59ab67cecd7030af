import type { Codes } from "./codes.ts";
import type { Secret } from "./key.ts";
import { createHmac, type Hmac } from "./sha256.ts";
import { permute, shapeOf } from "./shape.ts";
import { tokenWriter } from "./token.ts";

/** HMAC-SHA-256 under a subkey for each purpose and domain; the first 100 bits are the token. */
export function createKeyed(secret: Secret): Codes {
  const words = new Int32Array(8);
  const hmacs = new Map<string, Map<string, Hmac>>();
  const hmacOf = (purpose: string, domain: string): Hmac => {
    let domains = hmacs.get(purpose);
    if (!domains) {
      domains = new Map();
      hmacs.set(purpose, domains);
    }
    let hmac = domains.get(domain);
    if (!hmac) {
      hmac = createHmac(secret.derive(purpose, domain));
      domains.set(domain, hmac);
    }
    return hmac;
  };

  let lastDomain = "";
  let lastHmac: Hmac | undefined;
  let write = tokenWriter("");
  return {
    derivation: "keyed",
    assigned: 0,
    token: (domain, normalized) => {
      if (domain !== lastDomain || !lastHmac) {
        lastHmac = hmacOf("token", domain);
        write = tokenWriter(domain);
        lastDomain = domain;
      }
      lastHmac.digest(normalized, words);
      return write(words, 0);
    },
    uint32: (purpose, domain, normalized) => {
      hmacOf(`uint32/${purpose}`, domain).digest(normalized, words);
      return words[0]! >>> 0;
    },
    shaped: (domain, core) => {
      const shape = shapeOf(core);
      if (!shape) return null;
      const hmac = hmacOf("shape", domain);
      const code = permute(core, shape, (round, half) => {
        hmac.digest(`${shape.classes}/${round}/${half}`, words);
        let number = 0n;
        for (const word of words) number = (number << 32n) | BigInt(word >>> 0);
        return number;
      });
      return code === core ? null : code;
    },
    salt: (text) => {
      hmacOf("salt", "text").digest(text, words);
      return Array.from(words.subarray(0, 4), (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
    },
    transfer: () => ({ derivation: "keyed", key: secret.export() }),
  };
}
