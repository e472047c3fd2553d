import { formFor, presentFields } from '#core/forms'
import { isLocale, LOCALE_NAMES, LOCALES, translated, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'
import { wayTo, type IntakeNode, type IntakeTree } from '#plugins/helpdesk/domain/intake'

type Address = Readonly<Record<string, unknown>>
type At = { at?: string; language: Locale }

const addressOf = ({ at, language }: At) => urlFor('helpdesk.intake_preview', {}, { at, language })

/** The draft as a customer walks it: a question with its answers, or the form at a need. */
export async function presentPreview(tree: IntakeTree, address: Address, locale: Locale) {
  const language = isLocale(address.language) ? address.language : locale
  const way = typeof address.at === 'string' ? (wayTo(tree, address.at) ?? []) : []
  const here = way.at(-1) ?? null
  const textIn = (texts: IntakeNode['hint']) => translated(texts, language)
  return {
    language,
    languages: LOCALES.map((one) => ({
      label: LOCALE_NAMES[one],
      href: addressOf({ at: here?.key, language: one }),
      current: one === language,
    })),
    way: way.map(({ key, label }) => ({
      label: textIn(label),
      href: addressOf({ at: key, language }),
    })),
    start: addressOf({ language }),
    question: textIn(here?.question ?? null),
    items: (here ?? tree).children.map(({ key, label, hint }) => ({
      ...{ label: textIn(label), note: textIn(hint) },
      href: addressOf({ at: key, language }),
    })),
    need: here?.need ? { fields: await fieldsOf(here.need.formId, language) } : null,
  }
}

async function fieldsOf(formId: number | null, language: Locale) {
  const form = formId === null ? null : await formFor(formId)
  return presentFields(form?.fields ?? [], {}, {}, language)
}
