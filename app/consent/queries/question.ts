import { contributions } from '#core/platform'
import { setting } from '#core/settings'
import type { PurposeUse } from '#app/consent/definition'
import { PURPOSES, type Question } from '#app/consent/domain/choice'
import { SHIPPED_TEXT, textVersion } from '#app/consent/settings'

/** Everything optional that is switched on here. */
export async function usesOn(): Promise<PurposeUse[]> {
  const declared = (await contributions('purposes')).flatMap(({ value }) => value)
  const isOn = await Promise.all(declared.map((use) => use.isOn()))
  return declared.filter((_, index) => isOn[index])
}

/** What visitors are asked; without purposes nobody is asked anything. */
export async function currentQuestion(): Promise<Question> {
  const uses = await usesOn()
  return {
    version: SHIPPED_TEXT - 1 + (await setting(textVersion)),
    purposes: PURPOSES.filter((purpose) => uses.some((use) => use.purpose === purpose)),
  }
}
