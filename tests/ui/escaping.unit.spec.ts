import { readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { INNER, SAMPLES } from '#app/web/dev_ui/samples'
import { GALLERY_PAGES, galleryPage } from '#app/web/dev_ui/gallery'
import { pageState, uiEdge } from '#tests/ui/render'

const HOSTILE = [
  `"><img src=x onerror=1>`,
  `'><script>alert(1)</script>`,
  `{{ '<b>' }} @{{ x }} {{{ '<i>' }}}`,
  '` onmouseover=1 \' "',
]

/** The same value with every string in it replaced; names of keys are ours and stay. */
function poisoned(value: unknown, poison: string): unknown {
  if (typeof value === 'string') return poison
  if (Array.isArray(value)) return value.map((item) => poisoned(item, poison))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, poisoned(v, poison)]))
}

/** What a page prints when the strings of the application itself are hostile. */
function poisonedState(poison: string) {
  const state = pageState()
  return {
    ...state,
    organisation: { name: poison, logo: poison },
    notices: () => [{ tone: 'info', text: poison }],
    languageMenu: () => poisoned(state.languageMenu(), poison),
    captchaFields: () => poisoned(state.captchaFields(), poison),
    urlFor: () => poison,
    asset: () => poison,
    t: () => poison,
  }
}

/** Tags and quotes that came from a value and not from a template. */
const LEAK = /<img src=x|<script>alert|<b>|<i>|["'] onmouseover|` onmouseover|'><|"><img/

const listComponents = () =>
  readdirSync(new URL('../../resources/views/ui/components', import.meta.url))
    .map((file) => file.replace('.edge', ''))
    .filter((name) => !name.startsWith('layout_'))

test.group('Escaping', () => {
  test('every component has a sample', ({ assert }) => {
    assert.sameMembers(listComponents(), [...Object.keys(SAMPLES), ...INNER])
  })

  for (const poison of HOSTILE) {
    test(`no component prints ${poison} as it is`, async ({ assert }) => {
      const renderer = uiEdge().createRenderer().share(poisonedState(poison))
      for (const [component, samples] of Object.entries(SAMPLES)) {
        for (const props of samples) {
          const hostile = poisoned(props, poison) as Record<string, unknown>
          const html = await renderer.renderRaw('@!component(name, props)\n', {
            name: `ui::components/${component}`,
            props: hostile,
          })
          assert.notMatch(html, LEAK, component)
        }
      }
    })

    test(`no layout prints ${poison} as it is`, async ({ assert }) => {
      const renderer = uiEdge().createRenderer().share(poisonedState(poison))
      for (const page of [...GALLERY_PAGES, 'mail_sample'] as const) {
        const content = poisoned(galleryPage(page, 'light'), poison) as Record<string, unknown>
        assert.notMatch(await renderer.render(`ui::gallery/${page}`, content), LEAK, page)
      }
    })
  }

  test('what was typed is shown again as it was typed', async ({ assert }) => {
    const value = `O'Neill & "Söhne" <b>`
    const html = await uiEdge()
      .createRenderer()
      .share(pageState())
      .renderRaw(`@!ui.input({ name: 'name', label: 'Name', value })\n`, { value })
    assert.include(html, 'value="O&#x27;Neill &amp; &quot;Söhne&quot; &lt;b&gt;"')
  })
})
