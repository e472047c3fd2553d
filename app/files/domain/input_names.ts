/** Path of the tokens beside a file field: `answers.cv` → `answers.cv_waiting`. */
export const waitingName = (field: string): string => `${field}_waiting`

/** Path of the stored files that stay. */
export const keptName = (field: string): string => `${field}_kept`

/** Name of an input for a path: `answers.cv_waiting` → `answers[cv_waiting][]`. */
export function listInput(path: string): string {
  const [first, ...rest] = path.split('.')
  return `${first}${rest.map((part) => `[${part}]`).join('')}[]`
}
