import type { SchemaTypes } from '@vinejs/vine/types'
import type { AnyResource, AnyRow, Option, Viewer } from '#app/admin/definition'

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
}

export type Field = Common &
  (
    | { kind: 'text'; max?: number; pattern?: RegExp; unique?: boolean; default?: string }
    | { kind: 'email' | 'phone' | 'colour' | 'date' | 'time' | 'local_time'; unique?: boolean }
    | { kind: 'long_text'; max?: number; rows?: number }
    | { kind: 'number' | 'minutes'; min?: number; max?: number; default?: number }
    | { kind: 'choice'; choices: Choices; default?: string }
    | { kind: 'choices'; choices: Choices; default?: string[]; numbers?: boolean }
    | { kind: 'flag'; default?: boolean }
    | { kind: 'translated'; max?: number; long?: boolean }
    | { kind: 'list'; max?: number; pattern?: RegExp }
    | { kind: 'relation' | 'relations'; to: () => AnyResource; empty?: boolean }
    | { kind: 'custom'; view: string; schema: () => SchemaTypes; data?: CustomData; words: Words }
  )

/** Words with lang keys `…choices.<field>.<word>`, or values with labels of their own. */
export type Choices = readonly string[] | ((viewer: Viewer) => Option[])

/** A value as people read it, on the record's page and where two versions differ. */
type Words = (viewer: Viewer, value: unknown) => Promise<string>
/** `record`: the stored one, none for a new. */
type CustomData = (viewer: Viewer, value: unknown, record?: AnyRow | null) => Promise<object>

export type FieldKind = Field['kind']
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>
