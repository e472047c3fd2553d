/**
 * What is said in each language. The voice reads letters and numbers by itself; `letters` and
 * `numbers` say where it would be wrong or could be misheard. All grammar of a number is in its
 * recordings: `hundred` is what stands before a rest (300 is "trezentos", 342 "trezentos e" + 42).
 *
 * @typedef {object} Wording
 * @property {string} voice
 * @property {string} number
 * @property {string} counter
 * @property {Record<string, string>} [letters]
 * @property {Record<number, string>} [numbers]
 * @property {(hundreds: number) => string} [hundred]
 */

/**
 * In Catalan B and V sound alike, and "u" for 1 is the letter U: both are told apart here. Written
 * for the voice: without its accent it does not stress "un".
 */
const CATALAN = {
  letters: { A: 'à', B: 'be alta', T: 'té', V: 've baixa', Y: 'i grega' },
  numbers: {
    ...{ 1: 'un', 21: 'vintiún', 31: 'trenta ún', 41: 'quaranta ún', 51: 'cinquanta ún' },
    ...{ 61: 'seixanta ún', 71: 'setanta ún', 81: 'vuitanta ún', 91: 'noranta ún' },
  },
}

/** @type {Record<string, Wording>} */
export const WORDING = {
  es: {
    ...{ voice: 'roa/es', number: 'número', counter: 'ventanilla' },
    letters: { Y: 'i griega' },
    hundred: (hundreds) => (hundreds === 100 ? 'ciento' : `${hundreds}`),
  },
  pt: {
    ...{ voice: 'roa/pt', number: 'número', counter: 'balcão' },
    letters: { G: 'gê' },
    // Alone, "e" would be read as the name of the letter; the word sounds as "i" does.
    hundred: (hundreds) => (hundreds === 100 ? 'cento i' : `${hundreds} i`),
  },
  en: {
    ...{ voice: 'gmw/en', number: 'number', counter: 'counter' },
    hundred: (hundreds) => `${hundreds} and`,
  },
  fr: { voice: 'roa/fr', number: 'numéro', counter: 'guichet' },
  it: { voice: 'roa/it', number: 'numero', counter: 'sportello' },
  ca: { voice: 'roa/ca', number: 'número', counter: 'finestreta', ...CATALAN },
  de: { voice: 'gmw/de', number: 'Nummer', counter: 'Schalter' },
  pl: {
    ...{ voice: 'zlw/pl', number: 'numer', counter: 'okienko' },
    letters: { W: 'wu', Z: 'zet' },
  },
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const range = (count, text) => Array.from({ length: count }, (_, at) => text(at))

/**
 * The clips of one language as [name, text]. A comma lets the voice go on, a full stop lets it end.
 *
 * @param {Wording} wording
 * @returns {[name: string, text: string][]}
 */
export function clipsToSay({ number, counter, letters, numbers, hundred = String }) {
  return [
    ['number', `${number},`],
    ['counter', `${counter},`],
    ...LETTERS.map((letter) => [letter, `${letters?.[letter] ?? letter},`]),
    ...range(100, (n) => [`${n}`, `${numbers?.[n] ?? n}.`]),
    ...range(9, (at) => [`${at + 1}00`, `${at + 1}00.`]),
    ...range(9, (at) => [`hundred_${at + 1}00`, `${hundred((at + 1) * 100)},`]),
  ]
}
