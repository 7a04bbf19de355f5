/** The place for a file in the web chat, in a real browser: by keyboard, at 320 px, without a script, and a photo that looks the same once its traces are gone. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { evidenceFile } from '../../src/app/evidence-file.ts'
import type { Received } from '../../src/channels/file.ts'
import { web } from '../../src/channels/web.ts'
import { largestFileBytes } from '../../src/domain/evidence.ts'
import type { Outgoing } from '../../src/domain/message.ts'
import { violations } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { openTown } from './town.ts'

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))

const wanted: Outgoing = {
  text: 'Dobrze zrobione! Pokaż to, jeśli chcesz: plik, link albo kilka słów.',
  choices: [{ id: 'enough', label: 'To wszystko', row: 'step' }],
  expects: 'file',
  maxChars: 2_000,
  lang: 'pl',
}

/** A page whose conversation waits for a file, and what was handed over there. */
async function visit(options: BrowserContextOptions = {}) {
  const channel = web()
  const heard: Received[] = []
  let standing: readonly Outgoing[] = [wanted]
  await channel.listen(async (incoming) => {
    heard.push(incoming)
    const { file, choice } = incoming
    if (choice) standing = [{ text: 'Dziękujemy.', lang: 'pl' }]
    return [{ text: file ? `Mamy plik ${file.name}.` : 'Mamy słowa.', lang: 'pl' }, ...standing]
  })
  const town = await openTown({ channel, look: async () => standing, languageOf: async () => 'pl' })
  const context = await browser.newContext({ locale: 'pl-PL', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  onTestFinished(async () => {
    await context.close()
    await town.close()
  })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${town.url}/chat`)
  return { page, heard, complaints }
}

const buffer = Buffer.from('%PDF-1.7 a report')
const report = { name: 'Raport – łąka.pdf', mimeType: 'application/pdf', buffer }
const place = (page: Page) => page.getByLabel('Plik (najwyżej 10 MB)')
const send = (page: Page) => page.getByRole('button', { name: 'Wyślij', exact: true })
const contentOf = async ({ file }: Received) => Buffer.from(await file!.read(largestFileBytes)).toString()

test('a file is chosen, sent without a reload with words beside it, and the place is empty again', async () => {
  const { page, heard, complaints } = await visit()
  await place(page).setInputFiles(report)
  await page.getByRole('textbox').fill('Nowe przejście')
  await send(page).click()
  await page.getByText('Mamy plik Raport – łąka.pdf.').waitFor()
  expect(await page.getByRole('log').innerText()).toContain('Nowe przejście\nRaport – łąka.pdf')
  expect(await place(page).inputValue()).toBe('')
  await place(page).setInputFiles(report)
  await send(page).click()
  await expect.poll(() => heard.length).toBe(2)
  expect(heard.map(({ text, file }) => [text, file?.name, file?.mediaType])).toEqual([
    ['Nowe przejście', report.name, report.mimeType],
    ['', report.name, report.mimeType],
  ])
  expect(await contentOf(heard[0]!)).toBe(buffer.toString())
  expect(new Set(heard.map(({ id }) => id)).size).toBe(2)
  await page.getByRole('button', { name: 'To wszystko' }).click()
  await page.getByText('Dziękujemy.').waitFor()
  expect(await place(page).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('without JavaScript it arrives just the same', async () => {
  const { page, heard } = await visit({ javaScriptEnabled: false })
  await place(page).setInputFiles(report)
  await send(page).click()
  await page.getByText('Mamy plik Raport – łąka.pdf.').waitFor()
  expect(await contentOf(heard[0]!)).toBe(buffer.toString())
  await page.getByRole('textbox').fill('tylko słowa')
  await send(page).click()
  await page.getByText('Mamy słowa.').waitFor()
  expect(heard[1]).toMatchObject({ text: 'tylko słowa' })
  expect(heard[1]).not.toHaveProperty('file')
})

test('one that is too large is refused before it is sent, and can be changed for another', async () => {
  const { page, heard } = await visit()
  await place(page).setInputFiles({ ...report, buffer: Buffer.alloc(largestFileBytes + 1) })
  await send(page).click()
  await page.getByRole('status').getByText('Ten plik się nie mieści').waitFor()
  expect(heard).toEqual([])
  await place(page).setInputFiles(report)
  await send(page).click()
  await page.getByText('Mamy plik').waitFor()
})

test('by keyboard the place is reached after the words, and is named for those who do not see it', async () => {
  const { page } = await visit()
  await page.getByRole('textbox').focus()
  await page.keyboard.press('Tab')
  expect(await place(page).evaluate('document.activeElement.id')).toBe('file')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
  await chooser.setFiles(report)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Mamy plik').waitFor()
})

test.each(['light', 'dark'] as const)(
  'at 320 px nothing is cut off, help is in its corner, and axe finds nothing (%s)',
  async (colorScheme) => {
    const { page } = await visit({
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
      colorScheme,
    })
    await place(page).setInputFiles({
      ...report,
      name: 'Bardzo długa nazwa sprawozdania z badania dróg do szkół.pdf',
    })
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    const [box, help, words] = await Promise.all(
      [place(page), page.locator('.help-button'), page.getByRole('textbox')].map((one) => one.boundingBox()),
    )
    expect(box!.height).toBeGreaterThanOrEqual(44)
    expect(box!.width).toBeGreaterThan(200)
    expect(help!.x).toBeLessThan(30)
    expect(help!.y).toBeGreaterThan(words!.y)
    expect(await violations(page)).toEqual([])
  },
)

test.each(['image/jpeg', 'image/png', 'image/webp'])(
  'a %s looks the same to the last point once its traces are gone',
  async (type) => {
    const { page } = await visit()
    const drawn = await page.evaluate<string>(`(async () => {
    const canvas = new OffscreenCanvas(61, 37)
    const pen = canvas.getContext('2d')
    for (let x = 0; x < 61; x += 1) { pen.fillStyle = 'hsl(' + x * 6 + ' 80% 50%)'; pen.fillRect(x, (x * 7) % 37, 9, 20) }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: '${type}', quality: 0.8 })).arrayBuffer())
    return btoa(String.fromCharCode(...bytes))
  })()`)
    const content = Buffer.from(drawn, 'base64')
    const kept = await evidenceFile({ name: 'a', mediaType: type, read: async () => content })
    expect(kept.mediaType).toBe(type)
    const points = (bytes: Uint8Array) =>
      page.evaluate<string>(`(async () => {
      const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (one) => one.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: '${type}' }))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      canvas.getContext('2d').drawImage(picture, 0, 0)
      return canvas.getContext('2d').getImageData(0, 0, picture.width, picture.height).data.join()
    })()`)
    expect(await points(kept.content)).toBe(await points(content))
  },
)
