import type { FormField } from '#core/forms'
import { LOCALES, type Translated } from '#core/organisation'

/** A text in es, pt, en, fr, it, ca, de, pl, in the order of LOCALES. */
export function inAll(...texts: string[]): Translated {
  return Object.fromEntries(LOCALES.map((locale, index) => [locale, texts[index]]))
}

export type DemoService = {
  slug: string
  letter: string
  name: Translated
  description: Translated
  preparation: Translated
  durationMinutes: number
  stepMinutes: number
  horizonDays: number
  minNoticeMinutes: number
  fields: FormField[]
}

const note = inAll(
  '¿Algo que debamos saber?',
  'Algo que devamos saber?',
  'Anything we should know?',
  'Quelque chose à nous signaler ?',
  'Qualcosa che dovremmo sapere?',
  'Alguna cosa que hàgim de saber?',
  'Etwas, das wir wissen sollten?',
  'Coś, o czym powinniśmy wiedzieć?'
)

/** A free remark, asked by several services. */
export const noteField: FormField = {
  key: 'note',
  kind: 'long_text',
  label: note,
  required: false,
  maxLength: 500,
}
