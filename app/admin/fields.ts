import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { VineString } from '@vinejs/vine'
import type { SchemaTypes } from '@vinejs/vine/types'
import type { FileUse } from '#core/files'
import type { AnyResource, AnyRow, Option, Values, Viewer } from '#app/admin/definition'
import type { Condition } from '#app/admin/domain/conditions'

type Width = 'xs' | 's' | 'm' | 'l'

type Common = {
  /** Attribute of the model, or a name that the form's `read`, `fill` and `store` know. */
  name: string
  required?: boolean
  /** A hint stands at `<owner>.admin.<resource>.hints.<name>`. */
  hint?: boolean
  width?: Width
  /** Shown in one of both forms only. */
  only?: 'create' | 'edit'
  /** Shown while another field says so; a hidden field is neither checked nor stored. */
  when?: Condition
  /** Permissions beyond those of the resource. Who lacks `change` reads the value, if `see` allows. */
  access?: { see?: string; change?: string }
  /** Rules of a public form in place of those of the kind, so that both take and say the same. */
  rules?: () => VineString
}

export type Field = Common &
  (
    | { kind: 'text'; max?: number; pattern?: RegExp; unique?: boolean; default?: string }
    | { kind: 'email' | 'phone' | 'colour' | 'date' | 'time'; unique?: boolean }
    | { kind: 'long_text'; max?: number; rows?: number }
    /** `decimals`: how many may be typed; none when left out. */
    | { kind: 'number'; min?: number; max?: number; default?: number; decimals?: number }
    | { kind: 'minutes'; min?: number; max?: number; default?: number }
    /** Integer minor units of a currency. */
    | { kind: 'money'; currency: Currency; min?: number; max?: number; default?: number }
    /** An instant, written as wall time of a zone; `viewer.zone` when left out. */
    | { kind: 'date_time'; zone?: ZoneOf; zoneWords?: ZoneWords; default?: number }
    | { kind: 'choice'; choices: Choices; default?: string }
    | { kind: 'choices'; choices: Choices; default?: string[]; numbers?: boolean }
    | { kind: 'flag'; default?: boolean }
    | { kind: 'translated'; max?: number; long?: boolean }
    | { kind: 'list'; max?: number; pattern?: RegExp }
    | { kind: 'relation' | 'relations'; to: () => AnyResource; empty?: boolean }
    | Rows
    /** Travels with a line and is not shown, e.g. a name that stays when words change. */
    | { kind: 'kept'; pattern: RegExp }
    | { kind: 'file'; use: FileUse }
    /** Hours of each weekday: a `Week`. */
    | { kind: 'weekly_hours' }
    | { kind: 'custom'; view: string; schema: () => SchemaTypes; data?: CustomData; words: Words }
  )

/** Lines of fields that people add, remove and put in order. */
export type Rows = {
  kind: 'rows'
  fields: Field[]
  most?: number
  /** The order means something: lines can be moved. */
  ordered?: boolean
  /** Rows of another model that belong to the record; without it the lines are one value. */
  of?: Children
}

export type Children = {
  model: LucidModel
  /** Attribute of theirs that holds the id of the record. */
  by: string
  /** Attribute that keeps their order. */
  order?: string
  /** Kind of a row in the audit trail. */
  object: string
}

/** ISO 4217, or which one it is now, e.g. that of a setting. */
export type Currency = string | ((viewer: Viewer) => string)

/** The IANA zone, out of the form's other values, e.g. that of a chosen location. */
export type ZoneOf = (values: Values, viewer: Viewer) => string | Promise<string>

/** Names the zones that may be meant, where the form itself decides which one is. */
export type ZoneWords = (viewer: Viewer) => Promise<string>

/** Words with lang keys `…choices.<field>.<word>`, or values with labels of their own. */
export type Choices = readonly string[] | ((viewer: Viewer) => Option[])

/** A value as people read it, on the record's page and where two versions differ. */
type Words = (viewer: Viewer, value: unknown) => Promise<string>
/** `record`: the stored one, none for a new. */
type CustomData = (viewer: Viewer, value: unknown, record?: AnyRow | null) => Promise<object>

export type FieldKind = Field['kind']
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>

/** The field at `questions.0.label`, with or without the numbers of lines. */
export function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const [name, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part))
  const field = fields.find((candidate) => candidate.name === name)
  if (rest.length === 0) return field
  return field?.kind === 'rows' ? fieldAt(field.fields, rest.join('.')) : undefined
}

/** The currency in which the amounts of a field are typed and written. */
export const currencyIn = ({ currency }: { currency: Currency }, viewer: Viewer): string =>
  typeof currency === 'function' ? currency(viewer) : currency
