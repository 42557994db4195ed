/** Locks a PDF with a password: AES-256 as PDF 2.0 has it (ISO 32000-2, 7.6, revision 6). Used for members' packs. */
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { dict, name, PdfString } from "./objects.ts";
import type { Lock } from "./write-file.ts";

/** What may be done once it is open: everything, reading it out above all. */
const PERMISSIONS = -4;
const NO_IV = Buffer.alloc(16);

/** A lock that `password` opens. Its salts are random, so two files of the same words are never the same bytes. */
export function passwordLock(password: string): Lock {
  const words = Buffer.from(password.normalize("NFKC"), "utf8").subarray(0, 127);
  const fileKey = randomBytes(32);
  const user = keyed(words, fileKey, Buffer.alloc(0));
  // Nobody holds the owner's password: there is nothing that the reader's does not open.
  const owner = keyed(randomBytes(32), fileKey, user.check);
  return {
    dictionary: () =>
      dict({
        Filter: name("Standard"),
        V: 5,
        R: 6,
        Length: 256,
        CF: dict({ StdCF: dict({ CFM: name("AESV3"), AuthEvent: name("DocOpen"), Length: 32 }) }),
        StmF: name("StdCF"),
        StrF: name("StdCF"),
        U: bytes(user.check),
        UE: bytes(user.key),
        O: bytes(owner.check),
        OE: bytes(owner.key),
        P: PERMISSIONS,
        Perms: bytes(permissions(fileKey)),
      }),
    encrypt: (plain) => {
      const iv = randomBytes(16);
      const cipher = createCipheriv("aes-256-cbc", fileKey, iv);
      return Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    },
  };
}

/** What a password is checked by, and the file's key locked with it (algorithms 8 and 9). */
function keyed(password: Buffer, fileKey: Buffer, more: Buffer): { check: Buffer; key: Buffer } {
  const [checkSalt, keySalt] = [randomBytes(8), randomBytes(8)];
  const check = Buffer.concat([hardened(password, checkSalt, more), checkSalt, keySalt]);
  const cipher = createCipheriv("aes-256-cbc", hardened(password, keySalt, more), NO_IV).setAutoPadding(false);
  return { check, key: Buffer.concat([cipher.update(fileKey), cipher.final()]) };
}

/** The hash that is slow to guess by (algorithm 2.B). */
function hardened(password: Buffer, salt: Buffer, more: Buffer): Buffer {
  let key = createHash("sha256").update(password).update(salt).update(more).digest();
  for (let round = 0; ; round++) {
    const block = Buffer.concat([password, key, more]);
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => block));
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = Buffer.concat([cipher.update(repeated), cipher.final()]);
    const sum = mixed.subarray(0, 16).reduce((total, each) => total + each, 0);
    key = createHash(["sha256", "sha384", "sha512"][sum % 3] as string)
      .update(mixed)
      .digest();
    if (round >= 63 && (mixed.at(-1) as number) <= round - 31) return key.subarray(0, 32);
  }
}

/** The permissions once more, locked, so that nobody changes them (algorithm 10). */
function permissions(fileKey: Buffer): Buffer {
  const plain = Buffer.alloc(16, 0xff);
  plain.writeInt32LE(PERMISSIONS, 0);
  plain.write("Tadb", 8, "latin1");
  randomBytes(4).copy(plain, 12);
  const cipher = createCipheriv("aes-256-ecb", fileKey, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

function bytes(buffer: Buffer): PdfString {
  return new PdfString(buffer.toString("latin1"));
}
