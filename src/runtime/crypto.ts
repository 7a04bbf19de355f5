/** Sealing, look-up keys and one-time codes: everything that is derived from `CONTACT_KEY` or `SAFEGUARDING_KEY`. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
} from 'node:crypto'

const ivBytes = 12
const tagBytes = 16
const sealedVersion = 1

/** What the key can do; the key itself never leaves this object. */
export interface Keyring {
  /** Tells this key from others, and nothing about it. */
  readonly name: string
  /** AES-256-GCM; `purpose` binds the text to its place, so that a row cannot be moved. */
  seal(plain: string | Uint8Array, purpose: string): Uint8Array<ArrayBuffer>
  /** @throws when the key, the purpose or a single bit is not the one it was sealed with. */
  open(sealed: Uint8Array, purpose: string): string
  openBytes(sealed: Uint8Array, purpose: string): Buffer
  /** A keyed HMAC that finds a value again without keeping it. */
  lookup(value: string, purpose: string): Uint8Array<ArrayBuffer>
}

/** A keyring from a key of 32 bytes in base64. */
export function createKeyring(key: string): Keyring {
  const root = Buffer.from(key, 'base64')
  const sealing = derive(root, 'seal')
  const finding = derive(root, 'lookup')
  const openBytes = (sealed: Uint8Array, purpose: string) => decrypt(sealing, Buffer.from(sealed), purpose)
  return {
    name: Buffer.from(hmac(finding, 'name')).toString('hex').slice(0, 16),
    seal: (plain, purpose) => encrypt(sealing, Buffer.from(plain), purpose),
    open: (sealed, purpose) => openBytes(sealed, purpose).toString('utf8'),
    openBytes,
    lookup: (value, purpose) => hmac(finding, `${purpose}\n${value}`),
  }
}

/** The key under which one person's answers to one consultation are kept, until its secret is destroyed. */
export function responseKey(secret: Uint8Array, personId: string): Uint8Array<ArrayBuffer> {
  return hmac(secret, personId)
}

/** 32 fresh random bytes. */
export function randomSecret(): Buffer {
  return randomBytes(32)
}

/** A secret of 32 random bytes, as it may stand in an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

const codeLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A one-time code of `length` easily read letters and digits (4.9 bits each), in groups of four. */
export function randomCode(length = 12): string {
  const letters = Array.from({ length }, () => codeLetters[randomInt(codeLetters.length)])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** What is kept of a code: a hash that forgives case, spaces and hyphens. */
export function hashCode(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash('sha256')
      .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
      .digest(),
  )
}

/** A short stable hash of any text, in hex. */
export function fingerprint(text: string, length = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}

/** A 16-byte hash, for keys that only have to be equal or not. */
export function digest(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest().subarray(0, 16))
}

function derive(root: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', root, 'hejnal', use, 32))
}

function hmac(key: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', key).update(text).digest())
}

/** Random bytes are drawn for many seals at once: each draw is a call into the system's generator. */
let drawn = Buffer.alloc(0)
function freshIv(): Buffer {
  if (drawn.length < ivBytes) drawn = randomBytes(ivBytes * 256)
  const iv = drawn.subarray(0, ivBytes)
  drawn = drawn.subarray(ivBytes)
  return iv
}

function encrypt(key: Buffer, plain: Buffer, purpose: string): Uint8Array<ArrayBuffer> {
  const iv = freshIv()
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.from([sealedVersion]), iv, cipher.getAuthTag(), body]))
}

function decrypt(key: Buffer, sealed: Buffer, purpose: string): Buffer {
  if (sealed[0] !== sealedVersion)
    throw new Error('This was sealed by another version of the program, or by none.')
  const iv = sealed.subarray(1, 1 + ivBytes)
  const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + ivBytes + tagBytes)), decipher.final()])
}
