import type { FileRefusal } from '#core/files'
import { longestAnswer, type Answer, type FileAnswer, type FormField } from './fields.js'
import { readDate } from './read_date.js'

export type AnswerReason =
  | 'required'
  | 'consent_required'
  | 'too_long'
  | 'not_a_choice'
  | 'not_a_date'
  | 'not_a_number'
  | 'too_small'
  | 'too_large'
  | 'not_a_phone'

export type ReadAnswer =
  { ok: true; answer: Answer } | { ok: false; reason: AnswerReason; limits: Limits } | FileRefusal

type Limits = Readonly<Record<string, number>>

/** What came for a question that asks for a file, checked already. */
export type GivenFile = { answer: FileAnswer | null; refusal: FileRefusal | null }

type Reader = (field: FormField, text: string) => ReadAnswer

/** Reads one answer; an unanswered optional field is `null` (a box: `false`). */
export function readAnswer(field: FormField, raw: unknown): ReadAnswer {
  if (field.kind === 'checkbox' || field.kind === 'consent') return readTick(field, raw)
  // Files do not come as values: whoever takes them hands them over checked.
  if (field.kind === 'file') return readFile(field, { answer: null, refusal: null })
  const text = textIn(raw)
  if (text === '') return field.required ? refused('required') : accepted(null)
  return READERS[field.kind](field, text)
}

/** A file that was refused is an error even where another one is held. */
export function readFile(field: FormField, { answer, refusal }: GivenFile): ReadAnswer {
  if (refusal) return refusal
  if (answer === null && field.required) return { ok: false, reason: 'missing', limits: {} }
  return accepted(answer)
}

const READERS: Record<Exclude<FormField['kind'], 'checkbox' | 'consent' | 'file'>, Reader> = {
  text: (field, text) => readText(field, text.replaceAll(/\s+/g, ' ')),
  long_text: (field, text) => readText(field, text.replaceAll(/\r\n?/g, '\n')),
  choice: (field, text) =>
    field.options?.some((option) => option.key === text) ? accepted(text) : refused('not_a_choice'),
  date: (_, text) => {
    const day = readDate(text)
    return day === null ? refused('not_a_date') : accepted(day)
  },
  number: readNumber,
  phone: (_, text) => {
    const phone = normalisePhone(text)
    return phone === null ? refused('not_a_phone') : accepted(phone)
  },
}

function readTick(field: FormField, raw: unknown): ReadAnswer {
  const ticked = raw === true || raw === 'on' || raw === '1' || raw === 'true'
  if (ticked || !field.required) return accepted(ticked)
  return refused(field.kind === 'consent' ? 'consent_required' : 'required')
}

function readText(field: FormField, text: string): ReadAnswer {
  const max = longestAnswer(field)
  return [...text].length > max ? refused('too_long', { max }) : accepted(text)
}

/** `1,5` and `1.5` are both one and a half; thousands separators are not guessed at. */
function readNumber({ min, max }: FormField, text: string): ReadAnswer {
  if (!/^[-+]?\d{1,12}([.,]\d{1,6})?$/.test(text)) return refused('not_a_number')
  const value = Number(text.replace(',', '.'))
  if (min !== undefined && value < min) return refused('too_small', { min })
  if (max !== undefined && value > max) return refused('too_large', { max })
  return accepted(value)
}

/**
 * Takes out what people type between digits and writes a leading 00 as +.
 *
 *     normalisePhone('0039 (050) 123-456')  // '+39050123456'
 */
export function normalisePhone(text: string): string | null {
  const digits = text.replaceAll(/[\s().\-/\u2010-\u2015]/g, '').replace(/^00/, '+')
  return /^\+?\d{5,15}$/.test(digits) ? digits : null
}

/** Control characters have no place in an answer; a line break and a tab may stay. */
function textIn(raw: unknown): string {
  if (typeof raw === 'number') return String(raw)
  return typeof raw === 'string' ? raw.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '').trim() : ''
}

const accepted = (answer: Answer): ReadAnswer => ({ ok: true, answer })

function refused(reason: AnswerReason, limits: Limits = {}): ReadAnswer {
  return { ok: false, reason, limits }
}
