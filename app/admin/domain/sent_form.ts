/** Version and sealed values of the record that the person began with. */
export type Began = { version: number | null; seen: string }

/** Of a form whose record was joined into another: whoever saves compares with that one first. */
export const UNSEEN: Began = { version: 0, seen: '' }

/** Key of a form: sent twice, it makes one record and does one thing. */
export const formKey = ({ form_key: key }: Record<string, unknown>): string | undefined =>
  typeof key === 'string' ? key.slice(0, 64) : undefined

/** Fields for which the person keeps what is stored. */
export function keptStored({ _keep }: Record<string, unknown>): string[] {
  if (_keep === null || typeof _keep !== 'object') return []
  return Object.entries(_keep).flatMap(([name, which]) => (which === 'stored' ? [name] : []))
}

/** What the form was filled in from; a page with errors sends it again. */
export function beganWith({ version, _seen }: Record<string, unknown>): Began {
  return { version: Number(version) || 0, seen: typeof _seen === 'string' ? _seen : '' }
}
