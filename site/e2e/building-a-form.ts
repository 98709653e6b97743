import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { picture } from './browser.ts'
import type { Town } from './running-town.ts'

/** How a clerk builds a form without a developer. Call in a `describe`, with the page of somebody who is signed in and may publish. */
export function buildAForm(town: Town, page: () => Page): void {
  const tab = (name: string) => page().locator('.tabs-field__tab-button', { hasText: name }).click()
  const field = (path: string) => `#field-${path.replaceAll('.', '__')}`
  /** The admin asks the record what follows from each change; a person waits for that without knowing, a script must. */
  const answered = async (act: () => Promise<void>) => {
    const answer = page()
      .waitForResponse((response) => response.request().method() === 'POST', { timeout: 5_000 })
      .catch(() => null)
    await act()
    await answer
    await pause(250)
  }
  const write = (path: string, text: string) => answered(() => page().fill(field(path), text))
  const add = (path: string, fresh: string) =>
    answered(async () => {
      await page()
        .locator(`${field(path)} > .array-field__add-row`)
        .click()
      await page().locator(field(fresh)).waitFor({ state: 'visible' })
    })
  const choose = (path: string, label: string) =>
    answered(async () => {
      await page().locator(field(path)).click()
      await page().locator('.rs__option', { hasText: label }).click()
    })
  const onSite = async (address: string) => {
    for (let tries = 0; tries < 100; tries++) {
      const response = await fetch(town.site + address)
      if (response.ok) return response.text()
      await pause(50)
    }
    throw new Error(`${address} did not come`)
  }

  // Payload drops the answer to a change when the next one comes at once; a clerk would press again.
  it('of a page with a choice and a question that depends on it', { retry: 2 }, async () => {
    await page().goto(`${town.cms}/admin/collections/forms/create`, { waitUntil: 'networkidle' })
    await page().fill(field('title'), 'Loc de parcare')
    await tab('Întrebări')
    await add('steps', 'steps.0.title')
    await write('steps.0.title', 'Ce fel de loc vreți?')
    await add('steps.0.fields', 'steps.0.fields.0.label')
    await write('steps.0.fields.0.label', 'Felul locului')
    await choose('steps.0.fields.0.type', 'O alegere din listă')
    for (const [index, label] of ['Obișnuit', 'Pentru persoane cu dizabilități'].entries()) {
      await add('steps.0.fields.0.options', `steps.0.fields.0.options.${index}.label`)
      await write(`steps.0.fields.0.options.${index}.label`, label)
    }
    await add('steps.0.fields', 'steps.0.fields.1.label')
    await write('steps.0.fields.1.label', 'Numărul certificatului')
    await page()
      .locator('#steps-0-fields-row-1 .collapsible__toggle-wrap', { hasText: 'Arată întrebarea numai dacă' })
      .locator('button')
      .first()
      .click()
    const rule = 'steps.0.fields.1.showIf.rules.0'
    await add('steps.0.fields.1.showIf.rules', `${rule}.field`)
    await choose(`${rule}.field`, 'Felul locului')
    await choose(`${rule}.values`, 'dizabilități')
    await picture(page(), 'admin-form-condition')
  })

  it('and is told what it lacks before it goes out, tab by tab', async () => {
    await page().click('#action-save')
    await page().waitForSelector('.payload-toast-container .toast-error')
    expect(await page().textContent('.payload-toast-container')).toContain('Temeiul legal')
    await picture(page(), 'admin-form-refused')
    await tab('Cine răspunde și legea')
    await page().fill(field('department'), 'Poliția locală')
    await page().fill(field('legalBasis'), 'Hotărârea consiliului local nr. 12/2026')
    await tab('Date personale')
    await page().fill(field('notice.purpose'), 'Vă dăm locul.')
    await page().fill(field('notice.basis'), 'Sarcină de interes public.')
    await page().fill(field('notice.retention'), 'Cinci ani.')
  })

  it('and reads it on the real site before anybody else can, conditions in full', async () => {
    await page().click('#action-save-draft')
    await page().waitForSelector('.payload-toast-container .toast-success')
    await page().waitForURL(/forms\/\d+/)
    const [preview] = await Promise.all([page().context().waitForEvent('page'), page().click('#preview-button')])
    await preview.waitForLoadState()
    expect(preview.url()).toContain(`${town.site}/previzualizare/`)
    expect(await preview.textContent('h1')).toBe('Loc de parcare')
    expect(await preview.textContent('main')).toContain(
      'numai dacă la „Felul locului” ați ales „Pentru persoane cu dizabilități”',
    )
    await picture(preview, 'preview-form')
    await preview.click('text=Parcurge întrebările ca un cetățean')
    expect(await preview.textContent('main')).toContain('Nu se depune nimic')
    await preview.waitForSelector('[name=numarul_certificatului]', { state: 'hidden' })
    await preview.check('[value=pentru_persoane_cu_dizabilitati]')
    await preview.fill('[name=numarul_certificatului]', '12')
    await picture(preview, 'preview-walk')
    await preview.click('button:text-is("Continuă")')
    await preview.waitForSelector('.answers')
    expect(await preview.textContent('main')).toContain('Aici cetățeanul apasă „Trimite cererea”')
    expect(await preview.isVisible('button:text-is("Trimite cererea")')).toBe(false)
    await preview.close()
    expect((await fetch(`${town.site}/formulare/loc-de-parcare/`)).status).toBe(404)
  })

  it('and finds it on the site within seconds, with its questions as data', async () => {
    await page().click('#action-save')
    await page().waitForSelector('.payload-toast-container .toast-success')
    const start = await onSite('/formulare/loc-de-parcare/')
    expect(start).toContain('Legea ne dă 30 de zile de la înregistrare.')
    expect(start).toContain('Numărul certificatului')
    const twin = JSON.parse(await onSite('/formulare/loc-de-parcare/index.json'))
    expect(twin).toMatchObject({
      version: 1,
      steps: [
        {
          name: 'ce_fel_de_loc_vreti',
          fields: [
            { name: 'felul_locului', type: 'choice' },
            {
              name: 'numarul_certificatului',
              showIf: { rules: [{ field: 'felul_locului', values: ['pentru_persoane_cu_dizabilitati'] }] },
            },
          ],
        },
      ],
    })
  })

  it('and changes it: the public reads the new version, the record keeps both', async () => {
    await page().reload({ waitUntil: 'networkidle' })
    await page().fill(field('lead'), 'Un loc lângă casă.')
    await page().click('#action-save')
    await page().waitForSelector('.payload-toast-container .toast-success')
    for (let tries = 0; tries < 100; tries++) {
      if ((await onSite('/formulare/loc-de-parcare/index.json')).includes('"version": 2')) break
      await pause(50)
    }
    expect(JSON.parse(await onSite('/formulare/loc-de-parcare/index.json')).version).toBe(2)
    await page().reload({ waitUntil: 'networkidle' })
    expect(await page().textContent('.form-versions')).toMatch(/Versiunea 2.*Versiunea 1/s)
  })
}
