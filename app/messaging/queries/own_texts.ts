import { cached } from '#core/platform'
import type { Locale } from '#core/organisation'
import { OwnTexts } from '#app/messaging/models/own_texts'

type Texts = Readonly<Record<string, string>>

const keyOf = (template: string, locale: Locale) => `${template} ${locale}`

/** All of them in one query: there are few, and most houses have none. */
const all = cached(500, async () => {
  const rows = await OwnTexts.all()
  return new Map(rows.map(({ template, locale, texts }) => [keyOf(template, locale), texts]))
})

/** The operator's wording of a mail, at most 500 ms old; undefined when it is ours. */
export async function ownTexts(template: string, locale: Locale): Promise<Texts | undefined> {
  return (await all.get()).get(keyOf(template, locale))
}

export const forgetOwnTexts = () => all.forget()

/** Which languages of which mail have a wording of their own. */
export async function reworded(): Promise<ReadonlyMap<string, Locale[]>> {
  const found = new Map<string, Locale[]>()
  for (const { template, locale } of await OwnTexts.query().orderBy('id')) {
    found.set(template, [...(found.get(template) ?? []), locale])
  }
  return found
}

export function ownTextsRow(template: string, locale: Locale): Promise<OwnTexts | null> {
  return OwnTexts.query().where({ template, locale }).first()
}
