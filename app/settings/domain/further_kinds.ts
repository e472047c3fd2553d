import { cleanTranslated, decimalsOf, type Translated } from '#core/organisation'
import { accepted, define, refused, type Parsed, type SettingOptions } from './definition.js'
import { numberIn, numberSetting, oneText } from './kinds.js'

type Limited<T> = SettingOptions<T> & { min: number; max: number }
type TranslatedOptions = SettingOptions<Translated> & { maxLength?: number; long?: boolean }

const EMAIL = /^[^\s@<>(),;:"\0]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/i
const LONGEST_ADDRESS = 2000

/** A length of time in whole minutes. */
export function minutesSetting(key: string, options: Limited<number>) {
  const { min, max } = options
  const { parse } = numberSetting(key, options)
  return define<number>(key, options, { kind: 'minutes', min, max }, parse)
}

/**
 * An amount as whole minor units of a currency: typed as `12,50`, kept as 1250.
 *
 * @param options `min` and `max` in minor units
 */
export function moneySetting(key: string, options: Limited<number> & { currency: string }) {
  const { min, max, currency } = options
  const scale = 10 ** decimalsOf(currency)
  const field = { kind: 'money', min, max, currency } as const
  return define<number>(key, options, field, (raw) => {
    const minor = typeof raw === 'string' ? numberIn(raw) * scale : raw
    if (typeof minor !== 'number') return refused('not_an_amount')
    const value = Math.round(minor)
    // 19.99 * 100 is 1998.9999…; a third decimal is further off.
    if (!Number.isSafeInteger(value) || Math.abs(minor - value) > 1e-6) {
      return refused('not_an_amount')
    }
    if (value < min) return refused('too_small', { min: min / scale })
    return value > max ? refused('too_large', { max: max / scale }) : accepted(value)
  })
}

/** One e-mail address, or none. */
export function emailSetting(key: string, options: SettingOptions<string>) {
  return define<string>(key, options, { kind: 'email', maxLength: 254 }, (raw) => {
    const value = oneText(raw)
    if (value === null) return refused('not_an_email')
    return value === '' || (value.length <= 254 && EMAIL.test(value))
      ? accepted(value)
      : refused('not_an_email')
  })
}

/** An address on the web, or none. Only http and https: a page may print it as a link. */
export function addressSetting(key: string, options: SettingOptions<string>) {
  const field = { kind: 'address', maxLength: LONGEST_ADDRESS } as const
  return define<string>(key, options, field, (raw) => {
    const value = oneText(raw)
    if (value === '') return accepted('')
    if (value === null || value.length > LONGEST_ADDRESS) return refused('not_an_address')
    return /^https?:\/\//i.test(value) && !/[\s\0"<>]/.test(value) && URL.canParse(value)
      ? accepted(value)
      : refused('not_an_address')
  })
}

/**
 * A password or key; '' when there is none. It is written and used, never shown: the panel says
 * whether it is set, the database holds it encrypted, the trail notes only that it changed.
 */
export function secretSetting(key: string, options: { section?: string; maxLength?: number } = {}) {
  const { maxLength = 500 } = options
  const field = { kind: 'secret', maxLength } as const
  return define<string>(key, { ...options, default: '' }, field, (raw) => {
    const value = oneText(raw)
    if (value === null || /[\0\r\n]/.test(value)) return refused('malformed')
    return value.length > maxLength ? refused('too_long', { max: maxLength }) : accepted(value)
  })
}

/** A text of the operator per language; any may be missing. As a variable it is written in JSON. */
export function translatedSetting(key: string, options: TranslatedOptions) {
  const { long = false, maxLength = long ? 2000 : 200 } = options
  const field = { kind: 'translated', maxLength, long } as const
  return define<Translated>(key, options, field, (raw): Parsed<Translated> => {
    const texts = textsIn(raw)
    if (texts === null) return refused('malformed')
    const clean = cleanTranslated(texts)
    const all = Object.values(clean)
    if (all.some((text) => text.includes('\0'))) return refused('malformed')
    if (all.some((text) => text.length > maxLength)) return refused('too_long', { max: maxLength })
    return accepted(clean)
  })
}

function textsIn(raw: unknown): Record<string, unknown> | null {
  if (raw === undefined || raw === null || raw === '') return {}
  const value = typeof raw === 'string' ? jsonIn(raw) : raw
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
