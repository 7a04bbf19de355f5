import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { WebParts } from '../../src/web/parts.ts'
import { violations } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { openTown, type Town } from './town.ts'

const thanks = 'Dziękujemy! Do 15 lutego'
const wholeConversation = ['start', 'a:0:1', ['a:1:0', 'a:1:2'], 'a:2:3', 'Więcej świateł przy szkole']

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})

async function visit(
  path: string,
  options: BrowserContextOptions = {},
  changes: Partial<WebParts> = {},
): Promise<{ page: Page; town: Town; complaints: string[] }> {
  const town = await openTown(changes)
  const context = await browser.newContext({ locale: 'pl-PL', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  onTestFinished(async () => {
    await context.close()
    await town.close()
  })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(town.url + path)
  return { page, town, complaints }
}

const said = ({ acts }: Town) => acts.map(({ choice, choices, text }) => choice ?? choices ?? text)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function answerAll(page: Page): Promise<void> {
  await button(page, 'Bezpieczna droga do szkoły').click()
  await button(page, 'Rowerem albo hulajnogą').click()
  await page.getByLabel('Ruchliwa ulica bez świateł').check()
  await page.getByLabel('Ciemno po południu').check()
  await button(page, 'Gotowe').click()
  await button(page, '4').click()
  await page.getByRole('textbox').fill('Więcej świateł przy szkole')
  await button(page, 'Wyślij').click()
  await page.getByText(thanks).waitFor()
}

describe('a consultation is finished', () => {
  test('with the mouse, on one page that keeps what was said', async () => {
    const { page, town, complaints } = await visit('/chat')
    await answerAll(page)
    expect(said(town)).toEqual(wholeConversation)
    await expect
      .poll(() => page.getByRole('log').innerText())
      .toContain('Ruchliwa ulica bez świateł, Ciemno po południu')
    expect(await page.locator('.bubble.waiting').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.reload()
    expect(await page.getByRole('log').innerText()).not.toContain('Rowerem')
  })

  test('with the keyboard alone', async () => {
    const { page, town } = await visit('/chat')
    await tabTo(page, 'Bezpieczna droga do szkoły')
    await page.keyboard.press('Enter')
    await page.getByText('Jak najczęściej').waitFor()
    await tabTo(page, 'Rowerem albo hulajnogą')
    await page.keyboard.press('Space')
    await page.getByText('Co przeszkadza').waitFor()
    for (const label of ['Ruchliwa ulica bez świateł', 'Ciemno po południu']) {
      await tabTo(page, label)
      await page.keyboard.press('Space')
    }
    await tabTo(page, 'Gotowe')
    await page.keyboard.press('Enter')
    await page.getByText('Jak bezpiecznie').waitFor()
    await tabTo(page, '4')
    await page.keyboard.press('Enter')
    await page.getByText('Co miasto powinno').waitFor()
    await expect.poll(() => focused(page)).toBe('Napisz odpowiedź')
    await page.keyboard.type('Więcej świateł przy szkole')
    await page.keyboard.press('Enter')
    await page.getByText(thanks).waitFor()
    expect(said(town)).toEqual(wholeConversation)
  })

  test('by touch at 320 px, with nothing cut off and every target large enough', async () => {
    const { page, town } = await visit('/chat', {
      viewport: { width: 320, height: 568 },
      hasTouch: true,
      isMobile: true,
    })
    const check = async () => {
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      for (const target of await page.locator('button:visible, .tick:visible, a.button:visible').all()) {
        const box = await target.boundingBox()
        expect(Math.min(box!.width, box!.height), await target.innerText()).toBeGreaterThanOrEqual(44)
      }
    }
    await check()
    for (const [name, next] of [
      ['Bezpieczna droga do szkoły', 'Jak najczęściej'],
      ['Rowerem albo hulajnogą', 'Co przeszkadza'],
    ] as const) {
      await button(page, name).tap()
      await page.getByText(next).waitFor()
      await check()
    }
    await page.getByLabel('Ruchliwa ulica').tap()
    await page.getByLabel('Ciemno').tap()
    await button(page, 'Gotowe').tap()
    await button(page, '4').tap()
    await page.getByRole('textbox').fill('Więcej świateł przy szkole')
    await check()
    await button(page, 'Wyślij').tap()
    await page.getByText(thanks).waitFor()
    expect(said(town)).toEqual(wholeConversation)
  })

  test('without JavaScript', async () => {
    const { page, town } = await visit('/chat', { javaScriptEnabled: false })
    await answerAll(page)
    expect(said(town)).toEqual(wholeConversation)
    expect(new URL(page.url()).pathname).toBe('/chat')
  })
})

describe('a connection that drops', () => {
  test('before the answer arrives costs nothing: it is sent again, and says so', async () => {
    const { page, town } = await visit('/chat')
    await dropOnce(page, 'before')
    await button(page, 'Bezpieczna droga do szkoły').click()
    await page.getByRole('status').getByText('Brak połączenia. Próbuję wysłać jeszcze raz…').waitFor()
    await page.getByText('Jak najczęściej').waitFor()
    expect(town.arrivals).toHaveLength(1)
    expect(await page.getByRole('status').innerText()).toBe('')
  })

  test('after the answer arrived doubles nothing: the same act is asked for again', async () => {
    const { page, town } = await visit('/chat')
    await dropOnce(page, 'after')
    await button(page, 'Bezpieczna droga do szkoły').click()
    await page.getByText('Jak najczęściej').waitFor()
    expect(town.arrivals).toHaveLength(2)
    expect(said(town)).toEqual(['start'])
    expect(await page.locator('.bubble', { hasText: 'Jak najczęściej' }).count()).toBe(1)
  })

  test('for long queues nothing in silence: the person decides, and what was typed is still there', async () => {
    const { page, town } = await visit('/chat')
    await page.clock.install()
    await page.route('**/chat', (route) => route.abort())
    await page.getByRole('textbox').fill('Cześć')
    await button(page, 'Wyślij').click()
    for (let second = 0; second < 40; second += 1) await page.clock.runFor(1000)
    await page.getByText('Nie udało się wysłać.').waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('Cześć')
    expect(await page.getByRole('log').innerText()).not.toContain('Cześć\n')
    await page.unroute('**/chat')
    await button(page, 'Wyślij jeszcze raz').click()
    await page.getByText('Jak najczęściej').waitFor()
    expect([said(town), await page.getByRole('textbox').inputValue()]).toEqual([['Cześć'], ''])
  })

  test('does not take an answer for the one that was given up before it, even if that one did arrive', async () => {
    const { page, town } = await visit('/chat')
    await button(page, 'Bezpieczna droga do szkoły').click()
    await page.getByText('Jak najczęściej').waitFor()
    await page.clock.install()
    await page.route('**/chat', (route) => route.abort())
    await dropOnce(page, 'after')
    await button(page, 'Pieszo').click()
    for (let second = 0; second < 40; second += 1) await page.clock.runFor(1000)
    await page.getByText('Nie udało się wysłać.').waitFor()
    await page.unroute('**/chat')
    await button(page, 'Samochodem').click()
    await page.getByText('Jak bezpiecznie').waitFor()
    expect(said(town)).toEqual(['start', 'a:0:0', 'a:0:3'])
  })
})

describe('the page', () => {
  test('takes a double click for one act, however long the answer takes', async () => {
    const { page, town } = await visit('/chat?start=c-safe-way')
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route('**/chat', async (route) => {
      await held
      await route.continue()
    })
    await button(page, 'Pieszo').dblclick()
    await button(page, 'Samochodem').click()
    letGo()
    await page.getByText('Co przeszkadza').waitFor()
    expect([said(town), town.arrivals.length]).toEqual([['/start c-safe-way', 'a:0:0'], 2])
    expect(await page.locator('.bubble.mine').count()).toBe(1)
  })

  test('lets no second half of a double tap fall on the next question', async () => {
    const { page, town } = await visit('/chat')
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(60_000)
    await button(page, 'Bezpieczna droga do szkoły').click()
    await page.getByText('Jak najczęściej').waitFor()
    const { x, y } = (await button(page, 'Pieszo').boundingBox())!
    await page.mouse.click(x + 20, y + 20)
    await page.clock.runFor(1000)
    await button(page, 'Samochodem').click()
    await page.getByText('Co przeszkadza').waitFor()
    expect(said(town)).toEqual(['start', 'a:0:3'])
  })

  test('lets no more be ticked than may be, keeps the ticks through a look at the help card, and unticks again', async () => {
    const { page } = await visit('/chat?start=c-safe-way')
    await button(page, 'Pieszo').click()
    for (const label of ['Ruchliwa', 'Za mało', 'Ciemno']) await page.getByLabel(label).click()
    expect(await page.getByLabel('Ciemno').isChecked()).toBe(false)
    expect(await page.getByRole('status').innerText()).toContain('najwyżej 2')
    await button(page, 'Pomoc').click()
    await page.getByRole('link', { name: '116 111' }).waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2)
  })

  test('shows what is sent meanwhile without taking the focus or the open question', async () => {
    const { page, town } = await visit('/chat')
    await button(page, 'Bezpieczna droga do szkoły').click()
    await page.getByText('Jak najczęściej').waitFor()
    await page.getByRole('textbox').focus()
    const to = town.acts[0]!.from
    const message = {
      lang: 'pl',
      text: 'Miasto: tak, 40 ławek.',
      choices: [{ id: 'why', label: 'Dlaczego?' }],
    }
    await expect
      .poll(() =>
        town.channel.send(to, message).then(
          () => 'sent',
          () => 'not yet',
        ),
      )
      .toBe('sent')
    await page.getByRole('log').getByText('40 ławek').waitFor()
    await button(page, 'Dlaczego?').waitFor()
    expect(await focused(page)).toBe('Napisz wiadomość')
    await button(page, 'Pieszo').click()
    await page.getByText('Co przeszkadza').waitFor()
    expect(await button(page, 'Dlaczego?').count()).toBe(1)
  })

  test('changes its language in the middle of a question', async () => {
    const { page, town } = await visit('/chat')
    await button(page, 'Bezpieczna droga do szkoły').click()
    await page.getByText('Jak najczęściej').waitFor()
    await page.getByRole('button', { name: 'UA' }).click()
    await page.getByRole('button', { name: 'Допомога' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('uk')
    expect(said(town)).toEqual(['start', 'lang:uk'])
  })

  test('clears the screen and leaves no way back when the exit is taken', async () => {
    const { page, town } = await visit('/privacy', {}, { exitUrl: '/health' })
    await page.goto(`${town.url}/chat?start=c-safe-way`)
    await page.getByRole('link', { name: 'Wyjdź' }).click()
    await page.waitForURL('**/health')
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/privacy')
  })

  test('weighs less than 100 kB the first time, letters included', async () => {
    for (const path of ['/', '/chat']) {
      const { page, town } = await visit('/health')
      let bytes = 0
      const network = await page.context().newCDPSession(page)
      await network.send('Network.enable')
      network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
      await page.goto(town.url + path)
      await page.evaluate('document.fonts.ready.then(() => undefined)')
      expect(bytes, path).toBeLessThan(100_000)
      expect(bytes, path).toBeGreaterThan(30_000)
    }
  })
})

describe('the embedded run', () => {
  const trial = { moveTo: async () => {} }

  test('seats three people, and moving the clock interrupts none of them', async () => {
    const moves: Date[] = []
    const { page, town, complaints } = await visit(
      '/',
      { viewport: { width: 1440, height: 900 } },
      { trial: { moveTo: async (to) => void moves.push(to) } },
    )
    const youth = page.frameLocator('.youth iframe')
    await youth.getByRole('button', { name: 'Bezpieczna droga do szkoły' }).click()
    await youth.getByText('Jak najczęściej').waitFor()
    await button(page, '+ 1 dzień').click()
    await expect.poll(() => moves.length).toBe(1)
    expect(await youth.getByRole('log').innerText()).toContain('Bezpieczna droga do szkoły')
    expect(await focused(page)).toBe('+ 1 dzień')
    expect([said(town), complaints]).toEqual([['start'], []])
  })

  test('shows one seat at a time on a narrow screen, chosen by tabs', async () => {
    const { page } = await visit('/', { viewport: { width: 360, height: 740 } }, { trial })
    expect(await page.locator('iframe:visible').getAttribute('title')).toBe('Czat: Młodzież')
    await page.getByRole('radio', { name: 'Administracja' }).focus()
    await page.keyboard.press('Space')
    expect(await page.locator('iframe:visible').getAttribute('title')).toBe('Czat: Administracja')
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })
})

describe('accessibility', () => {
  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each(['/', '/class', '/privacy', '/nowhere'])('%s breaks no rule', async (path) => {
      const { page } = await visit(path, { colorScheme })
      expect(await violations(page)).toEqual([])
    })

    test('a wrong class code breaks no rule', async () => {
      const { page } = await visit('/class', { colorScheme })
      await page.getByLabel('Kod').fill('nope')
      await button(page, 'Wchodzę').click()
      await page.getByText('Ten kod nie działa').waitFor()
      expect(await focused(page)).toBe('Kod')
      expect(await violations(page)).toEqual([])
    })

    test('every question of the chat breaks no rule', async () => {
      const { page } = await visit('/chat', { colorScheme, viewport: { width: 390, height: 844 } })
      expect(await violations(page)).toEqual([])
      await button(page, 'Bezpieczna droga do szkoły').click()
      await button(page, 'Rowerem albo hulajnogą').click()
      await page.getByLabel('Ciemno').check()
      expect(await violations(page)).toEqual([])
      await button(page, 'Gotowe').click()
      await button(page, '4').click()
      await page.getByText('Co miasto powinno').waitFor()
      expect(await violations(page)).toEqual([])
      await button(page, 'Pomoc').click()
      await page.getByText('116 111').first().waitFor()
      expect(await violations(page)).toEqual([])
    })

    test('the three seats break no rule', async () => {
      const { page } = await visit(
        '/',
        { colorScheme, viewport: { width: 1440, height: 900 } },
        { trial: { moveTo: async () => {} } },
      )
      for (const frame of page.frames()) expect(await violations(frame)).toEqual([])
    })
  })

  test('the focus comes to the new answers, and the skip link to the conversation', async () => {
    const { page } = await visit('/chat')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Przejdź do treści')
    await button(page, 'Bezpieczna droga do szkoły').click()
    await page.getByText('Jak najczęściej').waitFor()
    await expect.poll(() => focused(page)).toBe('Odpowiedzi do wyboru')
  })
})

/** Presses Tab until the element called `name` has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === name) return
  }
  throw new Error(`The keyboard does not reach "${name}".`)
}

/** What the focused element is called, near enough. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const { activeElement: element } = document
    return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim()
  })()`)
}

/** Loses the next post: `before` it reaches the server, or its answer `after` it did. */
async function dropOnce(page: Page, when: 'before' | 'after'): Promise<void> {
  await page.route(
    '**/chat',
    async (route) => {
      if (when === 'after') await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
}
