import { presentAnswers } from '#core/forms'
import { translatedIn, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { AskedWish } from '#plugins/shop-quotes/queries/wishes_of'

/** What was requested: each service with the answers to its form; files lead to themselves. */
export const presentWishes = (wishes: readonly AskedWish[], locale: Locale) =>
  wishes.map(({ wish, form, version }) => ({
    name: translatedIn(wish.name, locale, locale),
    quantity: wish.quantity,
    answers: form
      ? presentAnswers(version!.fields, form.answers, locale).map(({ label, value, file }) => ({
          label,
          text: value,
          href: file === undefined ? undefined : urlFor('files.show', { id: file }),
        }))
      : [],
  }))
