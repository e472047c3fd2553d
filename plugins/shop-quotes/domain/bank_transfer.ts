import { friendlyFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'

/** A typed IBAN without spaces, or null: country, length and check digits are looked at. */
export function readIban(typed: string): string | null {
  const iban = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return isValidIBAN(iban) ? iban : null
}

/** `DE89 3704 0044 0532 0130 00` */
export const ibanText = (iban: string): string => friendlyFormatIBAN(iban) ?? iban

const LONGEST_NUMBER = 21

/**
 * The creditor reference (ISO 11649) of an order, without spaces. Of its number letters and digits
 * count, at most 21 of them; docs/domain/billing.md.
 */
export function creditorReference(orderNumber: string): string {
  const number = orderNumber.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  if (number === '' || number.length > LONGEST_NUMBER) {
    throw new RangeError(`No creditor reference can be made of "${orderNumber}"`)
  }
  const check = String(98n - remainder(`${number}RF00`)).padStart(2, '0')
  return `RF${check}${number}`
}

/** A typed or imported reference without spaces, or null. */
export function readReference(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/\s/g, '')
  const parts = /^(RF\d\d)([A-Z\d]{1,21})$/.exec(text)
  return parts && remainder(parts[2] + parts[1]) === 1n ? text : null
}

/** `RF18 5390 0754 7034` */
export const referenceText = (reference: string): string =>
  reference.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Of the text with letters as 10 … 35, by 97. */
const remainder = (text: string): bigint =>
  BigInt(text.replaceAll(/[A-Z]/g, (letter) => String(parseInt(letter, 36)))) % 97n

export interface Transfer {
  /** Whom to pay, up to 70 characters. */
  readonly name: string
  readonly iban: string
  readonly bic?: string
  readonly amountMinor: number
  readonly currency: string
  /** Up to 4 letters and digits. */
  readonly purpose?: string
  /** Creditor reference; where there is one there is no `text`. */
  readonly reference?: string
  /** Up to 140 characters. */
  readonly text?: string
  /** For the payer, up to 70 characters. */
  readonly note?: string
}

export type TransferReason =
  | 'not_euro'
  | 'not_payable'
  | 'not_an_iban'
  | 'not_a_bic'
  | 'not_a_name'
  | 'not_a_purpose'
  | 'not_a_reference'
  | 'reference_and_text'
  | 'not_a_text'
  | 'code_too_long'

const MOST_MINOR = 99_999_999_999
const MOST_BYTES = 331

/**
 * The text of the code that a banking app scans (EPC069-12, version 002), for `qrCode` of the
 * core, whose error correction is the level M that the rules ask for.
 */
export function transferCode(
  transfer: Transfer
): { ok: true; code: string } | { ok: false; reason: TransferReason } {
  const { name, iban, bic = '', amountMinor, purpose = '' } = transfer
  const { reference = '', text = '', note = '' } = transfer
  const reason = transferReason(transfer)
  if (reason) return { ok: false, reason }
  const amount = `EUR${Math.trunc(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`
  const lines = ['BCD', '002', '1', 'SCT', bic, name, iban, amount, purpose, reference, text, note]
  const code = lines.join('\n').trimEnd()
  return new TextEncoder().encode(code).length > MOST_BYTES
    ? { ok: false, reason: 'code_too_long' }
    : { ok: true, code }
}

function transferReason(transfer: Transfer): TransferReason | null {
  const { name, iban, bic, amountMinor, currency, purpose, reference, text } = transfer
  if (currency !== 'EUR') return 'not_euro'
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 1 || amountMinor > MOST_MINOR) {
    return 'not_payable'
  }
  if (readIban(iban) !== iban) return 'not_an_iban'
  if (bic && !isValidBIC(bic)) return 'not_a_bic'
  if (!isLine(name, 70) || name === '') return 'not_a_name'
  if (purpose && !/^[A-Z\d]{1,4}$/.test(purpose)) return 'not_a_purpose'
  if (reference && readReference(reference) !== reference) return 'not_a_reference'
  if (reference && text) return 'reference_and_text'
  return isLine(text, 140) && isLine(transfer.note, 70) ? null : 'not_a_text'
}

/** One line: another would move the fields behind it, and with them who is paid. */
const isLine = (text = '', longest: number): boolean =>
  [...text].length <= longest && text === text.trim() && !/\p{Cc}/u.test(text)
