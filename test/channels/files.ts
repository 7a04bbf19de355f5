/** What every channel has to do with a file that was asked for: one list of cases, run by each in front of its stand-in. */
import { expect, test } from 'vitest'
import { FileError, type Received } from '../../src/channels/file.ts'
import type { Outgoing } from '../../src/domain/message.ts'
import type { HandedFile } from '../support/shelf.ts'

/** Somebody whose conversation waits for a file. */
export interface Giver {
  /** Resolves when it was answered. */
  hands(file: HandedFile): Promise<void>
  /** The words of the last answer. */
  heard(): string
  /** How many bytes of files have left the platform; undefined where files come along with the message. */
  handedOut?(): number
  /** The next file breaks off in the middle. */
  breaksOff?(): void
  /** Everything that was logged. */
  logged(): readonly string[]
  violations(): readonly string[]
}

/** Stands behind a channel, asks for a file and reads at most `most` bytes of it. */
export function asking(): {
  receive(incoming: Received): Promise<readonly Outgoing[]>
  readonly got: Got[]
} {
  const got: Got[] = []
  const say = (text: string): readonly Outgoing[] => [{ text, expects: 'file', lang: 'en' }]
  const receive = async ({ file, text = '' }: Received) => {
    if (!file) return say('A file, please.')
    try {
      const { name, mediaType } = file
      got.push({ name, mediaType, text, bytes: file.bytes, content: await file.read(most) })
      return say(`Thank you for file ${got.length}.`)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      return say(`The file is ${error.why}.`)
    }
  }
  return { receive, got }
}

interface Got {
  readonly name: string
  readonly mediaType: string
  readonly text: string
  readonly bytes: number | undefined
  readonly content: Uint8Array
}

export const most = 1_000_000
const name = 'Sprawozdanie – zażółć (1).pdf'

/** Every byte there is, in no order that a text could have. */
export function bytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, index) => (index * 167 + (index >> 8)) & 0xff)
}

/** Registers the cases for the channel that `open` opens. */
export function files(open: (receive: ReturnType<typeof asking>['receive']) => Promise<Giver>): void {
  const begin = async () => {
    const { receive, got } = asking()
    return { giver: await open(receive), got }
  }

  test('a file arrives byte for byte, with its name, its kind and what is written beside it', async () => {
    const { giver, got } = await begin()
    const content = bytes(300_001)
    await giver.hands({ name, mediaType: 'application/pdf', content, caption: 'The report' })
    expect(giver.heard()).toBe('Thank you for file 1.')
    expect(got).toMatchObject([{ name, mediaType: 'application/pdf', text: 'The report', bytes: 300_001 }])
    expect(Buffer.from(got[0]!.content).equals(content)).toBe(true)
    expect(giver.violations()).toEqual([])
  })

  test('a photo without a word arrives byte for byte', async () => {
    const { giver, got } = await begin()
    const content = bytes(70_000)
    await giver.hands({ name: 'photo.jpg', mediaType: 'image/jpeg', content, isPhoto: true })
    expect(got).toMatchObject([{ name: 'photo.jpg', mediaType: 'image/jpeg', text: '' }])
    expect(Buffer.from(got[0]!.content).equals(content)).toBe(true)
    expect(giver.violations()).toEqual([])
  })

  test('one that is larger than it says is let go of before it is read whole', async () => {
    const { giver, got } = await begin()
    const content = bytes(12_000_000)
    await giver.hands({ name, mediaType: 'application/pdf', content, saysBytes: 1_000 })
    expect(giver.heard()).toMatch(/The file is too-large\.|at most 10 MB/)
    expect(got).toEqual([])
    if (giver.handedOut) expect(giver.handedOut()).toBeLessThan(content.byteLength)
  })

  test('one that breaks off is not taken, and taken when it is sent once more', async () => {
    const { giver, got } = await begin()
    if (!giver.breaksOff) return
    const file = { name, mediaType: 'application/pdf', content: bytes(400_000) }
    giver.breaksOff()
    await giver.hands(file)
    expect(giver.heard()).toBe('The file is unfetched.')
    expect(got).toEqual([])
    await giver.hands(file)
    expect(giver.heard()).toBe('Thank you for file 1.')
    expect(Buffer.from(got[0]!.content).equals(file.content)).toBe(true)
  })

  test('neither its name nor where it lies is ever logged', async () => {
    const { giver } = await begin()
    giver.breaksOff?.()
    await giver.hands({ name: 'secret-name.pdf', mediaType: 'application/pdf', content: bytes(400_000) })
    await giver.hands({ name: 'secret-name.pdf', mediaType: 'application/pdf', content: bytes(400_000) })
    expect(giver.logged().join('\n')).not.toMatch(/secret-name|attachments\/|file\/bot|documents\//)
  })
}
