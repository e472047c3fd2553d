import type { Field, FieldErrors, Values, Viewer } from '#core/admin'
import { fieldProblems, type FieldProblem } from '#app/forms/domain/check_fields'
import { FIELD_KINDS, type FormField, type FormOption } from '#app/forms/domain/fields'

const kinds = ({ t }: Viewer) =>
  FIELD_KINDS.map((value) => ({ value, label: t(`forms.admin.definitions.kinds.${value}`) }))

const is = (...words: FormField['kind'][]) => ({ field: 'kind', is: words })
/** The name under which answers are stored; it stays when the question is written anew. */
const key: Field = { name: 'key', kind: 'kept', pattern: /^[a-z][a-z0-9_]{0,39}$/ }
const LIMITS = { min: -1_000_000, max: 1_000_000, decimals: 2 } as const

/** The questions of a form, as staff write them. */
export const questionsField: Field = {
  name: 'questions',
  kind: 'rows',
  most: 40,
  ordered: true,
  fields: [
    key,
    { name: 'label', kind: 'translated', max: 2000, required: true },
    { name: 'kind', kind: 'choice', choices: kinds, default: 'text', required: true },
    { name: 'required', kind: 'flag' },
    {
      name: 'options',
      kind: 'rows',
      most: 30,
      ordered: true,
      when: is('choice'),
      fields: [key, { name: 'label', kind: 'translated', max: 200, required: true }],
    },
    { name: 'maxLength', kind: 'number', min: 1, max: 5000, when: is('text', 'long_text') },
    { name: 'min', kind: 'number', when: is('number'), ...LIMITS },
    { name: 'max', kind: 'number', when: is('number'), ...LIMITS },
    { name: 'hint', kind: 'translated', max: 2000 },
  ],
}

/** A stored form as the editor shows it. */
export const linesOf = (fields: readonly FormField[]): Values[] =>
  fields.map((field) => ({ ...field, options: field.options ?? [] }))

/**
 * What was written, as fields of a version. A new question gets a name that no version had yet,
 * so that no earlier answer can be taken for one to it.
 */
export function fieldsIn(questions: unknown, version: number): FormField[] {
  return ((questions ?? []) as Line[]).map((line, index) => {
    const { kind, label, required, maxLength, min, max, hint, options } = line
    return {
      key: line.key ?? `q${version}_${index + 1}`,
      kind,
      label,
      required,
      ...(hint && Object.keys(hint).length > 0 && { hint }),
      ...(options && { options: optionsIn(options, version) }),
      ...given({ maxLength, min, max }),
    }
  })
}

type Line = Omit<FormField, 'key' | 'options'> & { key?: string | null; options?: OptionLine[] }
type OptionLine = Omit<FormOption, 'key'> & { key?: string | null }

const optionsIn = (options: readonly OptionLine[], version: number): FormOption[] =>
  options.map(({ key: named, label }, index) => ({
    key: named ?? `o${version}_${index + 1}`,
    label,
  }))

const given = (limits: Record<string, number | null | undefined>) =>
  Object.fromEntries(Object.entries(limits).filter(([, limit]) => typeof limit === 'number'))

const PLACES: Partial<Record<FieldProblem['reason'], string>> = {
  no_label: 'label',
  text_too_long: 'label',
  unknown_kind: 'kind',
  no_options: 'options',
  bad_option: 'options',
}

/** What is wrong with the questions, at the field that says so. */
export function questionErrors(fields: readonly FormField[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const { field, reason } of fieldProblems(fields)) {
    const kind = field === null ? null : fields[field].kind
    const place = PLACES[reason] ?? (kind === 'number' ? 'max' : 'maxLength')
    const path = field === null ? 'questions' : `questions.${field}.${place}`
    errors[path] ??= `forms.definition.${reason}`
  }
  return errors
}
