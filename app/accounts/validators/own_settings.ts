import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'
import { DENSITIES, THEMES } from '#app/accounts/domain/looks'

export const updateOwnSettingsValidator = vine.create({
  theme: vine.enum(THEMES),
  density: vine.enum(DENSITIES),
  locale: vine.enum(LOCALES),
})

/** One of them alone, from the menu of the person; `next` is the page to come back to. */
export const storeLooksValidator = vine.create({
  theme: vine.enum(THEMES).optional(),
  density: vine.enum(DENSITIES).optional(),
  next: vine.string().maxLength(2000).optional(),
})

export const storeSingleKeysValidator = vine.create({ on: vine.enum(['yes', 'no']) })
