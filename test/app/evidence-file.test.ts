/** Which files can be kept, under which name, and what is taken out of them before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedFiles, evidenceFile } from '../../src/app/evidence-file.ts'
import { strippedJpeg } from '../../src/app/evidence-file/jpeg.ts'
import { strippedPng } from '../../src/app/evidence-file/png.ts'
import { strippedWebp } from '../../src/app/evidence-file/webp.ts'
import { FileError, type FileRef } from '../../src/channels/file.ts'
import { largestFileBytes } from '../../src/domain/evidence.ts'
import { Problem } from '../../src/domain/problem.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'
import { archive, drawn, jpeg, officeFile, openFile, png, traces, webp } from '../support/photo.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF')

function file(content: Uint8Array, more: Partial<FileRef> = {}): FileRef {
  return {
    name: 'a',
    mediaType: 'application/octet-stream',
    bytes: content.byteLength,
    read: async (atMost) => {
      if (content.byteLength > atMost) throw new FileError('too-large')
      return content
    },
    ...more,
  }
}

const fitted = (content: Uint8Array, name = 'a') => evidenceFile(file(content, { name }))

async function refusal(handed: FileRef): Promise<string> {
  const problem = await evidenceFile(handed).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  return (problem as Problem).code
}

describe('what is in a file says what it is', () => {
  test.each([
    ['a PDF', pdf, 'application/pdf', 'a.pdf'],
    ['a JPEG', jpeg(), 'image/jpeg', 'a.jpg'],
    ['a PNG', png(), 'image/png', 'a.png'],
    ['a WebP', webp(), 'image/webp', 'a.webp'],
    ['a text of Word', officeFile('word'), expect.stringContaining('wordprocessingml'), 'a.docx'],
    ['a table of Excel', officeFile('xl'), expect.stringContaining('spreadsheetml'), 'a.xlsx'],
    ['slides of PowerPoint', officeFile('ppt'), expect.stringContaining('presentationml'), 'a.pptx'],
    ['a text of LibreOffice', openFile('text'), 'application/vnd.oasis.opendocument.text', 'a.odt'],
    [
      'a table of LibreOffice',
      openFile('spreadsheet'),
      'application/vnd.oasis.opendocument.spreadsheet',
      'a.ods',
    ],
    ['words', Buffer.from('Zażółć gęślą jaźń.\r\nДякуємо!\t🚲'), 'text/plain', 'a.txt'],
    ['words of an old Windows', Buffer.from('5a61bff3b3e6', 'hex'), 'text/plain', 'a.txt'],
  ])('%s is kept', async (_, content, mediaType, name) => {
    expect(await fitted(content)).toMatchObject({ mediaType, name })
    expect(acceptedFiles.split(',')).toContain(name.slice(1))
  })

  test.each([
    ['a document with macros that says so', officeFile('word', { 'word/vbaProject.bin': 'x' }, true)],
    ['a document with macros that does not', officeFile('xl', { 'xl/vbaProject.bin': 'x' })],
    ['a table with the macros of an older Excel', officeFile('xl', { 'xl/macrosheets/sheet1.xml': 'x' })],
    ['a document with a program packed in', officeFile('word', { 'word/embeddings/oleObject1.bin': 'x' })],
    ['a document of LibreOffice with macros', openFile('text', { 'Basic/Standard/Module1.xml': 'x' })],
    ['a document of LibreOffice with a script', openFile('text', { 'Scripts/python/a.py': 'x' })],
    ['an archive', archive({ 'a.exe': 'MZ' })],
    ['an old document of Office', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a page', Buffer.from('\n<!DOCTYPE html><html><body>x</body></html>')],
    ['a page further down', Buffer.from(`words\n${' '.repeat(500)}<script>alert(1)</script>`)],
    ['a drawing that can hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a drawing behind a declaration', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['another script', Buffer.from('@echo off\r\ndel *')],
    ['rich text', Buffer.from(String.raw`{\rtf1\ansi x}`)],
    ['a photo in a form that few can open', Buffer.from('0000001866747970686569630000000068656963', 'hex')],
    ['a film', Buffer.from('0000001866747970697736d0000000006d703432', 'hex')],
    ['a moving picture', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1')],
    ['bytes of no kind', Buffer.from('00010203fefdfc', 'hex')],
  ])('%s is refused, whatever it is called', async (_, content) => {
    for (const name of ['report.pdf', 'photo.jpg', 'words.txt'])
      expect(await refusal(file(content, { name }))).toBe('file-kind')
  })
})

describe('nothing is fetched in vain, and no more than there may be', () => {
  const unread = (more: Partial<FileRef>) =>
    file(pdf, { ...more, read: () => expect.unreachable('it was fetched') })

  test('what says that it is too large, empty, a film or a recording is not fetched', async () => {
    expect(await refusal(unread({ bytes: largestFileBytes + 1 }))).toBe('file-large')
    expect(await refusal(unread({ bytes: 0 }))).toBe('file-empty')
    expect(await refusal(unread({ mediaType: 'video/mp4' }))).toBe('file-kind')
    expect(await refusal(unread({ mediaType: 'audio/ogg' }))).toBe('file-kind')
  })

  test('what says nothing, or something else, is found out', async () => {
    const large = new Uint8Array(largestFileBytes + 1)
    const { bytes: _, ...silent } = file(large)
    expect(await refusal(silent)).toBe('file-large')
    expect(await refusal(file(large, { bytes: 1 }))).toBe('file-large')
    expect(await refusal(file(new Uint8Array(), { bytes: 5 }))).toBe('file-empty')
  })

  test('a fetch that fails is a refusal to be tried again, and any other error is none', async () => {
    const failing = (error: Error) => file(pdf, { read: () => Promise.reject(error) })
    expect(await refusal(failing(new FileError('unfetched', '404')))).toBe('file-unfetched')
    await expect(evidenceFile(failing(new Error('we are closing')))).rejects.toThrow('we are closing')
  })

  test('at most four are in memory at once, and one that fails makes room', async () => {
    let [now, most] = [0, 0]
    const slow = (isFailing: boolean) =>
      file(pdf, {
        read: async () => {
          most = Math.max(most, (now += 1))
          for (let turns = 0; turns < 10; turns += 1) await Promise.resolve()
          now -= 1
          if (isFailing) throw new FileError('unfetched')
          return pdf
        },
      })
    await Promise.allSettled(Array.from({ length: 20 }, (_, index) => evidenceFile(slow(index % 3 === 0))))
    expect([now, most]).toEqual([0, 4])
  })

  test('every refusal has its words in every language', () => {
    const text = loadText()
    for (const locale of locales)
      for (const code of ['large', 'empty', 'kind', 'damaged', 'unfetched'])
        expect(text.phrase(locale, new Problem(`file-${code}`, { megabytes: 10 }).phrase)).toMatch(
          /\p{L}{3}/u,
        )
  })
})

describe('a name', () => {
  test.each([
    ['Sprawozdanie – zażółć (1).pdf', 'Sprawozdanie – zażółć (1).pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    [String.raw`C:\Users\Ala\raport.PDF`, 'raport.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['', 'file.pdf'],
    ['...', 'file.pdf'],
    ['raport.exe', 'raport.exe.pdf'],
    ['raport\u202Efdp.exe\u0000\n', 'raportfdp.exe.pdf'],
    ['a<b>|c?.pdf', 'abc.pdf'],
  ])('"%s" becomes "%s"', async (given, name) => {
    expect(await fitted(pdf, given)).toMatchObject({ name })
  })

  test('of a table of commas keeps its ending, and of a photo either', async () => {
    expect(await fitted(Buffer.from('a,b\n1,2'), 'dane.csv')).toMatchObject({ name: 'dane.csv' })
    expect(await fitted(jpeg(), 'IMG_1.JPEG')).toMatchObject({ name: 'IMG_1.jpeg' })
  })

  test('is always short, without a path or a control character, and ends in what the file is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (given) => {
        const { name } = await fitted(pdf, given)
        expect(name.length).toBeLessThanOrEqual(120)
        expect(name).toMatch(/^[^./\\\p{Cc}\p{Cs}][^/\\\p{Cc}\p{Cs}]*\.pdf$/u)
      }),
    )
  })
})

describe('a picture tells nothing by the way', () => {
  const expectNoTrace = (picture: Uint8Array | undefined) => {
    const found = Buffer.from(picture!).toString('latin1')
    for (const trace of traces) expect(found).not.toContain(trace)
  }

  test.each([
    ['JPEG', jpeg()],
    ['PNG', png()],
    ['WebP', webp()],
  ])('%s', async (_, picture) => {
    expect(traces.some((trace) => picture.includes(trace, 0, 'latin1'))).toBe(true)
    expectNoTrace((await fitted(picture)).content)
  })

  test('a JPEG keeps its colours, its picture byte for byte and which way is up, in either order of bytes', () => {
    for (const isLittle of [true, false])
      for (const orientation of [2, 3, 6, 8]) {
        const stripped = strippedJpeg(jpeg({ orientation, isLittle }))!
        expect(stripped.subarray(-drawn.length).equals(drawn)).toBe(true)
        expect(stripped.includes('ICC_PROFILE\0', 0, 'latin1')).toBe(true)
        expect(stripped.includes('JFIF\0', 0, 'latin1')).toBe(true)
        expect(stripped.toString('hex')).toContain(
          `011200030000000100${orientation.toString(16).padStart(2, '0')}0000`,
        )
      }
    expect(strippedJpeg(jpeg({ orientation: 1 }))!.includes('Exif', 0, 'latin1')).toBe(false)
    expect(strippedJpeg(jpeg({ orientation: 99 }))!.includes('Exif', 0, 'latin1')).toBe(false)
  })

  test('what was freed of its traces stays as it is', () => {
    const once = strippedJpeg(jpeg())!
    expect(strippedJpeg(once)!.equals(once)).toBe(true)
    expect(strippedPng(strippedPng(png())!)!.equals(strippedPng(png())!)).toBe(true)
    expect(strippedWebp(strippedWebp(webp())!)!.equals(strippedWebp(webp())!)).toBe(true)
  })

  test('a WebP no longer says that there is Exif or XMP, and keeps its colours', () => {
    const stripped = strippedWebp(webp())!
    expect(stripped[20]).toBe(0x20)
    expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8)
    expect(stripped.includes('ICCP', 0, 'latin1')).toBe(true)
  })

  test('one that breaks off anywhere is refused or loses its traces, and never breaks the stripper', async () => {
    const strippers = [
      [jpeg(), strippedJpeg],
      [png(), strippedPng],
      [webp(), strippedWebp],
    ] as const
    for (const [picture, stripped] of strippers)
      for (let length = 12; length < picture.length; length += 1) {
        const left = stripped(picture.subarray(0, length))
        if (left) expectNoTrace(left)
      }
    expect(await refusal(file(jpeg().subarray(0, 300)))).toBe('file-damaged')
  })

  test('whatever bytes come, the strippers come to an end', () => {
    const heads = [jpeg().subarray(0, 2), png().subarray(0, 33), webp().subarray(0, 30)]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        const picture = Buffer.concat([head, rest])
        for (const stripped of [strippedJpeg, strippedPng, strippedWebp]) stripped(picture)
      }),
      { numRuns: 2_000 },
    )
  })
})
