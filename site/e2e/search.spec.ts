import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { clerk, openBrowser, openPage, picture } from './browser.ts'

const town = inject('town')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hitsOf = async (words: string) => {
  const answer = await fetch(`${town.site}/api/cautare?q=${encodeURIComponent(words)}`)
  return ((await answer.json()) as { hits: { url: string; page: number | null }[] }).hits
}
/** Milliseconds until the search answers as wanted. */
async function untilFound(words: string, isRight: (urls: string[]) => boolean, limit = 15_000): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < limit) {
    if (isRight((await hitsOf(words)).map((hit) => hit.url))) return performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`„${words}” was not answered as wanted within ${limit} ms`)
}

describe('a citizen looking for a paper, without JavaScript, on a narrow phone', () => {
  it('writes it wrong, is understood, and may insist', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await page.goto(town.site)
    await page.fill('input[name=q]', 'salubrisare')
    await page.click('.search button')
    expect(await page.textContent('.note')).toContain('Am căutat salubrizare')
    expect(await page.locator('.entries mark').first().textContent()).toMatch(/salubriz/i)
    await page.click('.note a')
    expect(page.url()).toContain('exact=da')
    await page.context().close()
  })

  it('narrows to what it was, by boxes and a button, and reads the page it is on', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await page.goto(`${town.site}/cautare?q=buget`)
    await page.click('.filters > summary')
    await page.check('#tip-hotarare')
    await page.click('.filters .button')
    expect(new URL(page.url()).searchParams.getAll('tip')).toEqual(['hotarare'])
    for (const plate of await page.locator('.entries .plate').allTextContents()) expect(plate).toMatch(/^HCL/)
    await page.click('.entries h3 a >> nth=0')
    expect(page.url()).toMatch(/\/hotarari\/\d{4}\/\d+\//)
    await page.context().close()
  })

  it.each([
    'HCL 2/2026',
    'hotararea nr. 2 din 26 februarie 2026',
    'H.C.L. nr.2/2026',
    'hotărârea consiliului local 2 din 2026',
    '2/26.02.2026',
    '2/2026',
  ])('finds an act by its number, written as "%s"', async (words) => {
    expect((await hitsOf(words))[0]?.url).toBe('/hotarari/2026/2/')
  })
})

describe('suggestions', () => {
  let page: Page
  beforeAll(async () => {
    page = await openPage(browser, { viewport: { width: 360, height: 740 } })
    await page.goto(`${town.site}/cautare`)
  })
  afterAll(() => page.context().close())
  const field = 'input[name=q]'
  const options = '#sugestii [role=option]'

  it('come while one types, and are told to a screen reader', async () => {
    await page.locator(field).pressSequentially('impoz', { delay: 20 })
    await page.waitForSelector(options)
    expect(await page.getAttribute(field, 'role')).toBe('combobox')
    expect(await page.getAttribute(field, 'aria-expanded')).toBe('true')
    expect(await page.textContent('.search [role=status]')).toMatch(/\d+ sugestii|1 sugestie/)
    expect((await page.locator(options).allTextContents()).join(' ').toLowerCase()).toContain('impozit')
    await picture(page, 'search-suggestions-360')
  })

  it('are walked by keyboard, closed by Escape, and lead where they say', async () => {
    await page.press(field, 'ArrowDown')
    expect(await page.getAttribute(field, 'aria-activedescendant')).toBe('sugestia-0')
    expect(await page.getAttribute('#sugestia-0', 'aria-selected')).toBe('true')
    await page.press(field, 'ArrowUp')
    expect(await page.getAttribute(field, 'aria-activedescendant')).toBeNull()
    await page.press(field, 'Escape')
    expect(await page.isVisible('#sugestii')).toBe(false)
    expect(await page.inputValue(field)).toBe('impoz')
    await page.press(field, 'i')
    await page.waitForSelector(options)
    await page.press(field, 'ArrowDown')
    await Promise.all([page.waitForURL((url) => url.href !== `${town.site}/cautare`), page.press(field, 'Enter')])
  })

  it('never answer an older keystroke than the last', async () => {
    await page.goto(`${town.site}/cautare`)
    await page.route('**/api/cautare/sugestii**', async (route) => {
      const words = new URL(route.request().url()).searchParams.get('q') ?? ''
      await new Promise((resolve) => setTimeout(resolve, words.length < 4 ? 600 : 50))
      await route.fulfill({ json: [{ kind: 'words', text: `pentru ${words}` }] }).catch(() => undefined) // the page has given up on it
    })
    await page.fill(field, 'bug')
    await page.waitForTimeout(200)
    await page.fill(field, 'buget')
    await page.waitForTimeout(1_000)
    expect(await page.locator(options).allTextContents()).toEqual(['pentru buget'])
    await page.unroute('**/api/cautare/sugestii**')
  })
})

describe('what clerks do', () => {
  let headers: Record<string, string>
  beforeAll(async () => {
    const answer = await fetch(`${town.cms}/api/staff/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(clerk),
    })
    const { token } = (await answer.json()) as { token: string }
    headers = { 'content-type': 'application/json', authorization: `JWT ${token}` }
  })
  const send = (method: string, path: string, body: unknown) =>
    fetch(`${town.cms}/api${path}`, { method, headers, body: JSON.stringify(body) })

  it('is found within half a second of being published, and gone at once when withdrawn', async () => {
    const made = await send('POST', '/announcements', {
      title: 'Festivalul zmeielor pe islaz',
      category: 'culture',
      lead: 'Duminică, la 11.',
      _status: 'published',
    })
    const { doc } = (await made.json()) as { doc: { id: number } }
    const found = await untilFound('zmeie islaz', (urls) => urls.includes('/anunturi/festivalul-zmeielor-pe-islaz/'))
    expect(found).toBeLessThan(1_500)
    await send('PATCH', `/announcements/${doc.id}`, { _status: 'draft' })
    await untilFound('zmeie islaz', (urls) => urls.length === 0)
  })

  it('teaches the search a word within a second', async () => {
    await send('POST', '/globals/search', { synonyms: [{ words: 'rabla, colectarea deșeurilor voluminoase' }] })
    const took = await untilFound('rabla', (urls) => urls.some((url) => url.includes('deseurilor-voluminoase')))
    expect(took).toBeLessThan(2_000)
  })

  it('sees what was looked for in vain', async () => {
    await fetch(`${town.site}/cautare?q=aquapark`)
    await fetch(`${town.site}/cautare?q=Aquapark`)
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    await page.goto(`${town.cms}/admin/login`, { waitUntil: 'networkidle' })
    await page.fill('input[name=email]', clerk.email)
    await page.fill('input[name=password]', clerk.password)
    await page.click('button[type=submit]')
    await page.waitForURL(/\/admin\/?$/)
    for (let turn = 0; turn < 20; turn++) {
      await page.goto(`${town.cms}/admin/globals/search`, { waitUntil: 'networkidle' })
      await page.waitForSelector('text=Căutate și negăsite')
      if (await page.isVisible('th:has-text("aquapark")')) break
      await page.waitForTimeout(1_000)
    }
    expect(await page.textContent('tr:has(th:has-text("aquapark"))')).toContain('2')
    await picture(page, 'admin-search')
    await page.context().close()
  })
})
