import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { DeidError } from "../errors.ts";
import { contentOf, createAssigned } from "./assigned.ts";
import type { Codes } from "./codes.ts";
import type { Secret } from "./key.ts";

// The file: 64 bytes of header, then the table's digest key and its entries under AES-256-GCM, then the 16-byte tag.
// Header: magic (8), version (1), zeros (7), key id (16), nonce (12), number of entries (4), SHA-256 of all that (16).
// The header's own digest tells damage from a wrong key; the whole header is authenticated with the rest.
const magic = "SCRUBJAY";
const version = 1;
const headerBytes = 64;
const tagBytes = 16;
const entryBytes = 32;
const chunkBytes = 1 << 22;

/**
 * Writes the codes assigned so far to a file (mode 0600) that only `secret` opens, in place of what is there. It holds
 * digests of values and random codes; under the key a guess at a value can be tried, so the file stays home like the key.
 */
export async function saveVault(path: string, codes: Codes, secret: Secret): Promise<void> {
  const content = contentOf(codes);
  if (!content) throw new DeidError("bad-usage", "keyed codes need no vault", undefined, "leave --vault out");
  const nonce = randomBytes(12);
  const header = writeHeader(secret, nonce, content.count);
  const cipher = createCipheriv("aes-256-gcm", secret.digest("vault", ""), nonce);
  cipher.setAAD(header);
  const staged = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(staged, "wx", 0o600);
    await handle.writeFile(header);
    await handle.writeFile(cipher.update(content.key));
    for (let at = 0; at < content.entries.length; at += chunkBytes)
      await handle.writeFile(cipher.update(content.entries.slice(at, at + chunkBytes)));
    await handle.writeFile(cipher.final());
    await handle.writeFile(cipher.getAuthTag());
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(staged, path);
  } catch {
    await handle?.close().catch(() => undefined);
    await rm(staged, { force: true }).catch(() => undefined);
    throw new DeidError("output-failed", "the vault cannot be written");
  }
}

/**
 * The codes of a vault; new values are assigned new ones beside them. Null where there is no such file yet.
 * Throws `key-wrong`, `vault-invalid`, and `key-exposed` where others may read the file.
 */
export async function loadVault(path: string, secret: Secret): Promise<Codes | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new DeidError("vault-invalid", "the vault cannot be read");
  }
  try {
    const { size, mode } = await handle.stat();
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new DeidError("key-exposed", "the vault can be read by others", undefined, "chmod 600 the file");
    return await readVault(handle, size, secret);
  } catch (error) {
    if (error instanceof DeidError) throw error;
    throw new DeidError("vault-invalid", "the vault cannot be read");
  } finally {
    await handle.close();
  }
}

async function readVault(handle: FileHandle, size: number, secret: Secret): Promise<Codes> {
  const damaged = (): DeidError => new DeidError("vault-invalid", "the vault is damaged", undefined, "restore it from a copy");
  const header = await readAt(handle, 0, Math.min(headerBytes, size));
  if (header.length < headerBytes || header.toString("latin1", 0, 8) !== magic)
    throw new DeidError("vault-invalid", "the file is no vault", undefined, "name another file for --vault");
  if (header[8] !== version) throw new DeidError("vault-invalid", "the vault is of another version");
  if (!headerDigest(header).equals(header.subarray(48))) throw damaged();
  if (!keyId(secret).equals(header.subarray(16, 32)))
    throw new DeidError("key-wrong", "the key does not open this vault", undefined, "give the key with which it was made");
  const count = header.readUInt32BE(44);
  const bytes = entryBytes + count * entryBytes;
  if (size !== headerBytes + bytes + tagBytes) throw damaged();

  const decipher = createDecipheriv("aes-256-gcm", secret.digest("vault", ""), header.subarray(32, 44));
  decipher.setAAD(header);
  decipher.setAuthTag(await readAt(handle, headerBytes + bytes, tagBytes));
  const content = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += chunkBytes)
    content.set(decipher.update(await readAt(handle, headerBytes + at, Math.min(chunkBytes, bytes - at))), at);
  try {
    decipher.final();
  } catch {
    throw damaged();
  }
  return createAssigned({ key: content.slice(0, entryBytes), count, entries: content.subarray(entryBytes) });
}

function writeHeader(secret: Secret, nonce: Uint8Array, count: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write(magic, "latin1");
  header[8] = version;
  header.set(keyId(secret), 16);
  header.set(nonce, 32);
  header.writeUInt32BE(count, 44);
  header.set(headerDigest(header), 48);
  return header;
}

function headerDigest(header: Uint8Array): Buffer {
  return createHash("sha256").update(header.subarray(0, 48)).digest().subarray(0, 16);
}

function keyId(secret: Secret): Buffer {
  return secret.digest("vault-id", "").subarray(0, 16);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) throw new DeidError("vault-invalid", "the vault is cut short");
    read += bytesRead;
  }
  return buffer;
}
