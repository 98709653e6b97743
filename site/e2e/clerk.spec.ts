import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { clerk, openBrowser, openPage, picture, signIn } from './browser.ts'
import { buildAForm } from './building-a-form.ts'

const town = inject('town')
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openPage(browser, { viewport: { width: 1280, height: 900 } })
})
afterEach(({ task }) =>
  task.result?.state === 'fail' ? picture(page, `failed-${task.name.slice(0, 40).replaceAll(/\W+/g, '-')}`) : undefined,
)
afterAll(() => browser.close())

const statusOf = async (address: string) => (await fetch(town.site + address, { redirect: 'manual' })).status
async function until(check: () => Promise<boolean>, patienceMs = 5_000): Promise<number> {
  const since = performance.now()
  while (performance.now() - since < patienceMs) {
    if (await check()) return performance.now() - since
    await pause(20)
  }
  throw new Error('it did not come true in time')
}
const publish = async () => {
  await page.click('#action-save')
  await page.waitForSelector('.payload-toast-container .toast-success')
}
const saveDraft = async () => {
  await page.click('#action-save-draft')
  await page.waitForSelector('.payload-toast-container .toast-success')
}

describe('the first clerk', () => {
  it('chooses a password by the one-time link and is signed in', async () => {
    await page.goto(town.firstSignIn, { waitUntil: 'networkidle' })
    await picture(page, 'admin-first-sign-in')
    await page.fill('input[name=password]', clerk.password)
    await page.fill('input[name="confirm-password"]', clerk.password)
    await page.click('button[type=submit]')
    await page.waitForURL(/\/admin\/?$/)
    expect(await page.textContent('main, body')).toContain('Ce așteaptă')
    await picture(page, 'admin-dashboard')
  })

  it('finds the link worth nothing the second time', async () => {
    const response = await fetch(`${town.cms}/api/staff/reset-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: town.firstSignIn.split('/').at(-1), password: 'alta-parola-lunga' }),
    })
    expect(response.status).toBe(403)
  })

  it('signs in again with the password, in Romanian', async () => {
    const other = await openPage(browser)
    await other.goto(`${town.cms}/admin/login`)
    await picture(other, 'admin-login')
    expect(await other.getAttribute('html', 'lang')).toBe('ro')
    await signIn(other, town.cms)
    await other.context().close()
  })
})

describe('an announcement', () => {
  let address = ''

  it('is previewed on the real site before anybody else can read it', async () => {
    await page.goto(`${town.cms}/admin/collections/announcements/create`, { waitUntil: 'networkidle' })
    await page.fill('input[name=title]', 'Strada a V-a se închide sâmbătă')
    await page.fill('textarea[name=lead]', 'Se sapă pentru canalizare.')
    await saveDraft()
    await page.waitForURL(/announcements\/\d+/)
    await picture(page, 'admin-announcement')
    address = '/anunturi/strada-a-v-a-se-inchide-sambata/'
    expect(await statusOf(address)).toBe(404)
    const link = await page.getAttribute('#preview-button', 'href').catch(() => null)
    const preview = await openPage(browser)
    if (link) await preview.goto(link)
    else {
      const [opened] = await Promise.all([page.context().waitForEvent('page'), page.click('#preview-button')])
      await opened.waitForLoadState()
      await preview.goto(opened.url())
      await opened.close()
    }
    expect(preview.url()).toContain(`${town.site}/previzualizare/`)
    expect(await preview.textContent('h1')).toBe('Strada a V-a se închide sâmbătă')
    expect(await preview.textContent('main')).toContain('Ciornă')
    await picture(preview, 'preview')
    await preview.goto(preview.url().replace(/.(?=\/$)/, (last) => (last === 'a' ? 'b' : 'a')))
    expect(await preview.textContent('h1')).toBe('Legătura a expirat')
    await preview.context().close()
  })

  it('is on the site within a second of being published', async () => {
    await publish()
    expect(await until(async () => (await statusOf(address)) === 200)).toBeLessThan(1_000)
    await until(async () =>
      (await (await fetch(`${town.site}/anunturi/`)).text()).includes('Strada a V-a se închide sâmbătă'),
    )
  })

  it('moves with its address, and the old one leads to the new', async () => {
    await page.fill('input[name=slug]', 'strada-a-v-a')
    await publish()
    await until(async () => (await statusOf('/anunturi/strada-a-v-a/')) === 200)
    const moved = await fetch(town.site + address, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/anunturi/strada-a-v-a/'])
  })

  it('refuses a schedule that ends before it starts, at the field, and keeps what was typed', async () => {
    const response = await page.evaluate(async () => {
      const answer = await fetch('/api/announcements?draft=true', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          title: 'Invers',
          category: 'general',
          _status: 'draft',
          publishAt: '2031-01-02T10:00:00Z',
          takeDownAt: '2031-01-01T10:00:00Z',
        }),
      })
      return { status: answer.status, text: await answer.text() }
    })
    expect(response.status).toBe(400)
    expect(response.text).toContain('Retragerea trebuie să fie după publicare')
  })

  it('disappears everywhere when it is taken down', async () => {
    await page.evaluate(async (path) => {
      const id = path.split('/').at(-1)
      await fetch(`/api/announcements/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ _status: 'draft' }),
      })
    }, new URL(page.url()).pathname)
    await until(async () => (await statusOf('/anunturi/strada-a-v-a/')) === 404)
    for (const list of ['/', '/anunturi/', '/anunturi/atom.xml']) {
      await until(async () => !(await (await fetch(town.site + list)).text()).includes('Strada a V-a'))
    }
  })
})

describe('a decision', () => {
  it('with a number that is taken is refused at the field, with nothing lost', async () => {
    await page.goto(`${town.cms}/admin/collections/acts/create`, { waitUntil: 'networkidle' })
    await page.fill('input[name=number]', '1')
    await page.click('#field-adoptedOn input')
    await page.click('.react-datepicker__day--001:not(.react-datepicker__day--outside-month)')
    await page.fill('input[name=title]', 'Modernizarea parcului din centrul satului')
    await page.click('#action-save')
    await page.waitForSelector('text=Numărul este deja dat în acest an')
    expect(await page.inputValue('input[name=title]')).toBe('Modernizarea parcului din centrul satului')
    await picture(page, 'admin-act-refused')
  })

  it('is published with its number, then frozen', async () => {
    await page.fill('input[name=number]', '99')
    await publish()
    await page.waitForURL(/acts\/\d+/)
    await until(async () => (await statusOf('/hotarari/2026/99/')) === 200)
    await picture(page, 'admin-act')
    await page.fill('input[name=title]', 'Alt titlu')
    await page.click('#action-save')
    await page.waitForSelector('text=Actul este publicat și nu se mai schimbă')
  })

  it('refuses a file that is not what it says, at the upload', async () => {
    const fake = path.join(town.dataDir, 'act.pdf')
    writeFileSync(fake, 'nu este un PDF')
    await page.goto(`${town.cms}/admin/collections/files/create`, { waitUntil: 'networkidle' })
    await page.setInputFiles('input[type=file]', fake)
    await page.click('#action-save')
    await page.waitForSelector('text=Conținutul nu este ce spune numele fișierului')
  })
})

describe('lists', () => {
  it('show what a clerk looks for', async () => {
    for (const list of ['acts', 'announcements', 'documents', 'pages', 'files', 'audit', 'staff']) {
      await page.goto(`${town.cms}/admin/collections/${list}`, { waitUntil: 'networkidle' })
      await page.waitForSelector('table tbody tr')
      await picture(page, `admin-list-${list}`)
    }
    await page.goto(`${town.cms}/admin/globals/institution`, { waitUntil: 'networkidle' })
    await page.waitForSelector('#field-name')
    await picture(page, 'admin-institution')
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(`${town.cms}/admin`)
    await page.waitForSelector('text=Ce așteaptă')
    await picture(page, 'admin-dashboard-360')
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('publish several drafts in one action', async () => {
    const ids = await page.evaluate(async () => {
      const made: number[] = []
      for (let index = 0; index < 5; index++) {
        const answer = await fetch('/api/announcements?draft=true', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ title: `Deodată ${index}`, category: 'general', _status: 'draft' }),
        })
        made.push(((await answer.json()) as { doc: { id: number } }).doc.id)
      }
      return made
    })
    expect(ids).toHaveLength(5)
    await page.goto(`${town.cms}/admin/collections/announcements?limit=10&search=Deodat%C4%83`, {
      waitUntil: 'networkidle',
    })
    await page.waitForSelector('text=Deodată 4')
    // A tick that comes before the list has come to life is ticked again.
    const publishMany = page.locator('.list-selection__button:has-text("Publică")')
    await until(async () => {
      await page.click('thead input[type=checkbox], thead .checkbox-input__input input')
      return publishMany.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      )
    })
    await publishMany.click()
    await picture(page, 'admin-publish-many')
    await page.click(
      '.confirmation-modal #confirm-action, #confirm-publish, .confirmation-modal button:has-text("Confirm")',
    )
    for (let index = 0; index < 5; index++)
      await until(async () => (await statusOf(`/anunturi/deodata-${index}/`)) === 200)
  })
})

describe('the counter of the registry', () => {
  it('registers a paper in seconds, with the keyboard alone, and finds the person again', async () => {
    await page.goto(`${town.cms}/admin/registratura/nou`, { waitUntil: 'networkidle' })
    const began = performance.now()
    await page.keyboard.type('Certificat de urb')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ion Marin')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.desk__plate')
    expect(performance.now() - began).toBeLessThan(20_000)
    const [number = '', code = ''] = await page.locator('.desk__plate').allTextContents()
    expect(number).toMatch(/^\d+\/\d{2}\.\d{2}\.\d{4}$/)
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    await picture(page, 'registry-registered')
    const status = await fetch(`${town.cms}/api/filings/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${town.environment.CHANGES_TOKEN}` },
      body: JSON.stringify({ numar: number, cod: code, adresa: 'the citizen at the counter' }),
    })
    expect(await status.json()).toMatchObject({ stadiu: 'Repartizat', compartiment: 'urbanism' })

    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('select[name=kind]:focus')
    await page.keyboard.press('Tab')
    await page.keyboard.type('ion m')
    await page.waitForSelector('#known-people option[value="Ion Marin"]', { state: 'attached' })
  })

  it('shows the paper on the desk, and takes it through its steps', async () => {
    await page.goto(`${town.cms}/admin/registratura?lista=all`, { waitUntil: 'networkidle' })
    await picture(page, 'registry-desk')
    await page.click('.desk tbody tr:has-text("Ion Marin") th a')
    await page.waitForSelector('.desk__time')
    await page.click('summary:has-text("Scrie răspunsul")')
    await page.fill('details[open] textarea[name=text]', 'Se eliberează certificatul.')
    await page.click('details[open] button[type=submit]')
    await page.waitForSelector('.desk__time :text("Răspuns scris")')
    await page.click('summary:has-text("Aprobă răspunsul")')
    await page.click('details:has(summary:has-text("Aprobă răspunsul")) button[type=submit]')
    await page.waitForSelector('.desk__time :text("Răspuns aprobat")')
    await picture(page, 'registry-entry')
  })

  it('prints the receipt and the register', async () => {
    const size = (address: string) =>
      page.evaluate(async (at) => {
        const response = await fetch(at)
        return [response.headers.get('content-type'), (await response.arrayBuffer()).byteLength] as const
      }, address)
    const today = new Date().toISOString().slice(0, 10)
    const entry = page.url().split('/').at(-1)
    for (const address of [
      `/api/registry/entries/${entry}/receipt`,
      `/api/registry/book?deLa=2000-01-01&panaLa=${today.slice(0, 4)}-12-31&format=pdf`,
    ]) {
      const [type, bytes] = await size(address)
      expect(type).toBe('application/pdf')
      expect(bytes).toBeGreaterThan(5_000)
    }
  })

  it('is closed to who is not signed in', async () => {
    const stranger = await openPage(browser)
    await stranger.goto(`${town.cms}/admin/registratura`)
    await stranger.waitForURL(/\/admin\/login/)
    await stranger.context().close()
  })
})

describe('a form', () => {
  buildAForm(town, () => page)
})
