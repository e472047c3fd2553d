export type SentField = { name: string; value: string }

/** The fields that were read into lists and records, under the names that a form gives them. */
export function sentFields(body: Record<string, unknown>): SentField[] {
  return Object.entries(body).flatMap(([name, value]) => fieldsNamed(name, value))
}

function fieldsNamed(name: string, value: unknown): SentField[] {
  if (typeof value === 'string') return [{ name, value }]
  if (value === null || typeof value !== 'object') return [{ name, value: '' }]
  // `days[]` comes in the order of the boxes; rows keep their places, which name their fields.
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.map((item) => ({ name: `${name}[]`, value: item }))
  }
  return Object.entries(value).flatMap(([key, item]) => fieldsNamed(`${name}[${key}]`, item))
}
