import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { DARK, LIGHT, WASH } from '#app/organisation/domain/accent'
import { contrast, mix, type Oklch } from '#app/organisation/domain/colour'

const css = readFileSync(new URL('../../resources/css/tokens.css', import.meta.url), 'utf8')

const COLOUR = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)`
const PAIR = new RegExp(String.raw`--([a-z-]+): light-dark\(\s*${COLOUR},\s*${COLOUR}\s*\)`, 'g')
const SINGLE = new RegExp(String.raw`--(brand-[a-z]+): ${COLOUR}`, 'g')

const oklch = ([lightness, chroma, hue]: string[]): Oklch => ({
  lightness: Number(lightness) / 100,
  chroma: Number(chroma),
  hue: Number(hue),
})

/** Every colour of tokens.css, light first. */
function tokens(): [Record<string, Oklch>, Record<string, Oklch>] {
  const [light, dark]: [Record<string, Oklch>, Record<string, Oklch>] = [{}, {}]
  for (const [, name, ...numbers] of css.matchAll(PAIR)) {
    light[name] = oklch(numbers.slice(0, 3))
    dark[name] = oklch(numbers.slice(3))
  }
  const brand = Object.fromEntries(
    [...css.matchAll(SINGLE)].map(([, name, ...numbers]) => [name, oklch(numbers)])
  )
  light.accent = brand['brand-light']
  dark.accent = brand['brand-dark']
  for (const theme of [light, dark]) {
    theme['accent-strong'] = mix(theme.accent, 0.84, theme.ink)
    theme['accent-wash'] = mix(theme.accent, WASH, theme.paper)
    theme.free = mix(theme.accent, theme === light ? 0.13 : 0.24, theme.paper)
  }
  return [light, dark]
}

const GROUNDS = ['paper', 'surface', 'sunken']
const STATES = ['waiting', 'called', 'problem', 'done']

/** Words on their grounds. */
const TEXT = [
  ...GROUNDS.flatMap((ground) => [
    ['ink', ground],
    ['ink-muted', ground],
    ['accent', ground],
    ['accent-strong', ground],
    ...STATES.map((name) => [name, ground]),
  ]),
  ...STATES.flatMap((name) => [
    [name, `${name}-wash`],
    ['ink', `${name}-wash`],
  ]),
  ['accent', 'accent-wash'],
  ['accent-strong', 'accent-wash'],
  ['ink', 'accent-wash'],
  ['ink', 'free'],
  ['ink-muted', 'accent-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
]

/** Edges of controls and the focus ring. */
const CONTROLS = GROUNDS.flatMap((ground) => [
  ['control-line', ground],
  ['accent', ground],
])

test.group('Contrast of the tokens', () => {
  for (const [index, theme] of tokens().entries()) {
    const name = ['light', 'dark'][index]

    test(`words reach 4.5:1 in the ${name} theme`, ({ assert }) => {
      for (const [word, ground] of TEXT) {
        const reached = contrast(theme[word], theme[ground])
        assert.isAtLeast(reached, 4.5, `${word} on ${ground}: ${reached.toFixed(2)}`)
      }
    })

    test(`controls reach 3:1 in the ${name} theme`, ({ assert }) => {
      for (const [line, ground] of CONTROLS) {
        const reached = contrast(theme[line], theme[ground])
        assert.isAtLeast(reached, 3, `${line} on ${ground}: ${reached.toFixed(2)}`)
      }
    })
  }

  test('the grounds of the accent are those of the tokens', ({ assert }) => {
    for (const [index, theme] of [LIGHT, DARK].entries()) {
      const { paper, sunken, surface, 'on-accent': onAccent } = tokens()[index]
      assert.deepEqual(theme, { paper, sunken, surface, onAccent })
    }
    assert.include(css, `var(--accent) ${WASH * 100}%, var(--paper)`)
  })
})
