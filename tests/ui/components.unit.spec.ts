import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { LOCALES } from '#app/organisation/domain/locales'
import { GALLERY_PAGES, galleryPage } from '#app/web/dev_ui/gallery'
import { pageState, uiEdge } from '#tests/ui/render'
import { buildSprite, iconNames } from '../../resources/icons/sprite.js'

const VIEWS = new URL('../../resources/views/ui/', import.meta.url)
const viewFiles = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.edge')
)

const render = (template: string) =>
  uiEdge().createRenderer().share(pageState()).renderRaw(`${template}\n`)

test.group('Components', () => {
  test('every page of the gallery renders in every language', async ({ assert }) => {
    for (const locale of LOCALES) {
      const renderer = uiEdge().createRenderer().share(pageState(locale))
      for (const page of ['index', ...GALLERY_PAGES, 'mail_sample'] as const) {
        const html = await renderer.render(`ui::gallery/${page}`, galleryPage(page, 'system'))
        assert.include(html, `<html lang="${locale}"`)
        assert.notMatch(html, /undefined|\[object Object\]|@!?ui\./, `${locale} ${page}`)
      }
    }
  })

  test('no template prints data unescaped, inline styles or scripts', ({ assert }) => {
    for (const file of viewFiles) {
      const source = readFileSync(new URL(file, VIEWS), 'utf8')
      for (const [, printed] of source.matchAll(/\{\{\{(.*?)\}\}\}/gs)) {
        assert.match(printed, /^ await \$slots\.\w+\(\w*\) $/, file)
      }
      assert.notMatch(source, /toAttrs|html\.attrs|html\.safe|<script/, file)
      if (!file.includes('mail')) assert.notMatch(source, /style="|<style/, file)
    }
  })

  test('B5 a taken time is an x that is read as "taken", a free one a button with its date', async ({
    assert,
  }) => {
    const html = await render(
      `@!ui.weekGrid({ caption: 'Week', action: '/take', name: 'starts_at', fields: { service: 'fitting' },
        days: [{ label: 'Monday 18 January', short: 'Mon 18 Jan' }, { label: 'Tuesday 19 January', short: 'Tue 19 Jan' }],
        rows: [{ time: '09:30', cells: [{ free: false }, { free: true, value: 1, label: 'Tuesday 19 January, 09:30, free' }] }],
        previous: null, next: '/week?from=2027-01-26' })`
    )
    assert.include(
      html,
      '<span aria-hidden="true">x</span><span class="visually-hidden">taken</span>'
    )
    assert.include(html, 'name="starts_at" value="1" aria-label="Tuesday 19 January, 09:30, free"')
    assert.include(html, '<input type="hidden" name="service" value="fitting">')
    assert.include(html, 'href="/week?from=2027-01-26"')
  })

  test('two columns stay a table on phones, and a cell that says nothing is left out there', async ({
    assert,
  }) => {
    const [two, three] = await Promise.all(
      [
        ['Day', 'Visits'],
        ['Day', 'Visits', 'Note'],
      ].map((heads) =>
        render(
          `@!ui.table({ caption: 'Week', columns: ${JSON.stringify(heads.map((label) => ({ label })))}, rows: [{ cells: ['Monday', '–', '–'].slice(0, ${heads.length}) }], sparse: true })`
        )
      )
    )
    assert.include(two, 'data-short')
    assert.notInclude(three, 'data-short')
    assert.match(three, /<td role="cell" data-label="Note"\s*>\s*–\s*<\/td>/)
    assert.match(three, /<td role="cell" data-label="Day"\s*>\s*<span>Monday<\/span>\s*<\/td>/)
  })

  test('the arrow of a way on stands after its label, of a way back before it', async ({
    assert,
  }) => {
    const html = await render(`@!ui.pagination({ page: 2, pages: 3, previous: '?1', next: '?3' })`)
    const parts = html.matchAll(/#(chevron-\w+)|<span>(\w+)<\/span>/g)
    assert.deepEqual(
      [...parts].map(([, icon, label]) => icon ?? label),
      ['chevron-left', 'Previous', 'Next', 'chevron-right']
    )
  })

  test('B8 a required field carries a red asterisk, its hint and its error', async ({ assert }) => {
    const html = await render(
      `@!ui.input({ name: 'email', label: 'E-mail', required: true, hint: 'Hint', error: 'Wrong' })`
    )
    assert.match(html, /E-mail\s*<span class="field__required" aria-hidden="true">\*<\/span>/)
    assert.match(html, /aria-describedby="email-hint email-error"\s+aria-invalid="true"\s+required/)
  })

  test('B7 the choice bar says how many minutes are left', async ({ assert }) => {
    const html = await render(
      `@!ui.choiceBar({ date: 'Tuesday 19 January', time: '09:30', now: 0, expiresAt: 570000, extend: '/extend', cancel: '/cancel' })`
    )
    assert.include(html, 'data-remaining="570000"')
    assert.include(html, '10 minutes</span>')
  })

  test('the sprite holds every icon, and unknown names are refused', ({ assert }) => {
    const sprite = buildSprite()
    for (const name of iconNames()) assert.include(sprite, `<symbol id="${name}"`)
    assert.throws(() => buildSprite(['no-such-icon']), /Lucide has no icon "no-such-icon"/)
  })

  test('every icon named in a component is in the sprite', ({ assert }) => {
    const known = new Set(iconNames())
    for (const file of viewFiles) {
      const source = readFileSync(new URL(file, VIEWS), 'utf8')
      for (const [, name] of source.matchAll(/(?:icon|name): '([a-z]+-?[a-z0-9-]*)'/g)) {
        if (source.includes('ui.icon') && name.includes('-')) assert.isTrue(known.has(name), name)
      }
    }
  })
})
