import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Edge } from 'edge.js'
import { IntlMessageFormat } from 'intl-messageformat'
import { formats } from '#app/organisation/domain/formats'
import type { Locale } from '#app/organisation/domain/locales'
import { compileLoopsPlain } from '#app/web/plain_loops'
import { escapeQuickly } from '#app/web/quick_escape'

const ROOT = new URL('../../', import.meta.url)

type Words = { [key: string]: string | Words }

/** `t` over the words of the component library alone, without an application. */
export function wordsOf(locale: Locale) {
  const file = new URL(`resources/lang/${locale}/ui.json`, ROOT)
  const ui = JSON.parse(readFileSync(file, 'utf8')) as Words
  return (key: string, values?: Record<string, string | number>): string => {
    const text = key.split('.').reduce<string | Words>((at, part) => (at as Words)[part], { ui })
    if (typeof text !== 'string') throw new Error(`resources/lang has no ${key}`)
    const options = { ignoreTag: true }
    return String(new IntlMessageFormat(text, locale, undefined, options).format(values))
  }
}

/** What a page gets from the application, as far as components use it. */
export function pageState(locale: Locale = 'en') {
  return {
    locale,
    t: wordsOf(locale),
    formats: (zone: string) => formats(locale, zone),
    now: Date.UTC(2027, 0, 18, 8),
    organisation: { name: 'Optik Sommer', logo: null },
    actor: { kind: 'public', id: null },
    notices: () => [] as { tone: string; text: string }[],
    languageMenu: () => ({
      form: null,
      items: [
        { lang: 'en', label: 'English', href: '/?lang=en', current: true },
        { lang: 'de', label: 'Deutsch', href: '/?lang=de', current: false },
      ],
    }),
    csrfField: () => '',
    csrfToken: () => null,
    captchaFields: () => ({
      challengeUrl: '/captcha?form=x',
      language: locale,
      proofName: 'altcha',
      sealName: '_seal',
      seal: 'sealed',
      honeypotName: 'website',
    }),
    urlFor: (name: string) => `/${name.replaceAll('.', '/')}`,
    asset: (path: string) => `/${path}`,
  }
}

// Once: it wraps what it finds.
escapeQuickly()

/** Edge with the component library alone. */
export function uiEdge(): Edge {
  const edge = Edge.create()
  compileLoopsPlain(edge)
  edge.mount(fileURLToPath(new URL('resources/views', ROOT)))
  edge.mount('ui', fileURLToPath(new URL('resources/views/ui', ROOT)))
  edge.registerTag({
    tagName: 'vite',
    seekable: true,
    block: false,
    compile(_parser, buffer, { filename, loc }) {
      buffer.outputExpression(`state.entryTags ?? ''`, filename, loc.start.line, false)
    },
  })
  return edge
}
