/** Sealing and finding: nothing opens but with the right key, in the right place, bit for bit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createKeyring,
  digest,
  fingerprint,
  hashCode,
  randomCode,
  randomSecret,
  responseKey,
} from '../../src/runtime/crypto.ts'

const keyring = createKeyring(randomSecret().toString('base64'))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('what is sealed', () => {
  test('opens again, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, purpose) => {
        expect(keyring.open(keyring.seal(plain, purpose), purpose)).toBe(plain)
      }),
    )
    const bytes = randomSecret()
    expect(keyring.openBytes(keyring.seal(bytes, 'secret:x'), 'secret:x')).toEqual(bytes)
  })

  test('looks different every time and never shows a part of itself', () => {
    const [one, other] = [keyring.seal('Hejnał Hejnał', 'a'), keyring.seal('Hejnał Hejnał', 'a')]
    expect(hex(one)).not.toBe(hex(other))
    expect(Buffer.from(one).includes('Hejna')).toBe(false)
  })

  test('does not open for another purpose: a row cannot be moved', () => {
    const sealed = keyring.seal('x', 'address:telegram')
    expect(() => keyring.open(sealed, 'address:discord')).toThrow()
    expect(() => keyring.open(sealed, '')).toThrow()
  })

  test('does not open with another key', () => {
    const other = createKeyring(randomSecret().toString('base64'))
    expect(() => other.open(keyring.seal('x', 'a'), 'a')).toThrow()
  })

  test('does not open when a single bit has changed, wherever', () => {
    const sealed = keyring.seal('Grodzka 1', 'a')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = new Uint8Array(sealed)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => keyring.open(changed, 'a'), `bit ${bit}`).toThrow()
    }
  })

  test('does not open when something is missing at its end, or when there is nothing', () => {
    const sealed = keyring.seal('Grodzka 1', 'a')
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => keyring.open(sealed.slice(0, length), 'a')).toThrow()
  })
})

describe('what is looked up', () => {
  test('is found again under the same key and purpose only', () => {
    const other = createKeyring(randomSecret().toString('base64'))
    const found = hex(keyring.lookup('telegram:1', 'address'))
    expect(hex(keyring.lookup('telegram:1', 'address'))).toBe(found)
    const all = [
      found,
      hex(keyring.lookup('telegram:2', 'address')),
      hex(keyring.lookup('telegram:1', 'other')),
      hex(other.lookup('telegram:1', 'address')),
    ]
    expect(new Set(all).size).toBe(4)
  })

  test('is the same in every process that holds the key', () => {
    const key = randomSecret().toString('base64')
    expect(createKeyring(key).lookup('a', 'b')).toEqual(createKeyring(key).lookup('a', 'b'))
    expect(createKeyring(key).open(createKeyring(key).seal('a', 'b'), 'b')).toBe('a')
  })

  test('answers of one person to two consultations share no key', () => {
    const [one, other] = [randomSecret(), randomSecret()]
    expect(responseKey(one, 'p')).toEqual(responseKey(one, 'p'))
    expect(
      new Set([responseKey(one, 'p'), responseKey(other, 'p'), responseKey(one, 'q')].map(hex)).size,
    ).toBe(3)
  })
})

describe('a code', () => {
  test('has the length that was asked for, in groups of four that are easily read', () => {
    expect(randomCode()).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(randomCode(8)).toMatch(/^\w{4}-\w{4}$/)
    expect(new Set(Array.from({ length: 500 }, () => randomCode())).size).toBe(500)
  })

  test('is known again however it is typed, and not when a letter is another one', () => {
    const hash = hashCode('ABCD-EFGH-2345')
    for (const typed of ['abcd-efgh-2345', ' ABCD EFGH 2345\n', 'AbCdEfGh2345', 'ABCD–EFGH–2345'])
      expect(hashCode(typed)).toEqual(hash)
    expect(hashCode('ABCD-EFGH-2346')).not.toEqual(hash)
  })
})

test('hashes have the length they say', () => {
  expect(fingerprint('x')).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprint('x', 6)).toBe(fingerprint('x').slice(0, 6))
  expect(digest('x')).toHaveLength(16)
  expect(randomSecret()).toHaveLength(32)
})
