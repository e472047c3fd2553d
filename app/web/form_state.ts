import type { HttpContext } from '@adonisjs/core/http'

/** Sentences in the visitor's language by the id of their field. */
export type FieldErrors = Record<string, string>

const LONGEST_KEPT = 500

/** The first sentence of each field: one thing to mend at a time. */
export function firstOfEach(messages: readonly { field: string; message: string }[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const { field, message } of messages) errors[field] ??= message
  return errors
}

/** What was typed into these fields, for the form that is shown again; never for passwords. */
export function typedIn({ request }: HttpContext, names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => {
      const value: unknown = request.input(name)
      return [name, typeof value === 'string' ? value.slice(0, LONGEST_KEPT) : undefined]
    })
  )
}
