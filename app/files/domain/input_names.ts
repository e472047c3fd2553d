/** Path of the ids that a form holds beside a file field: `answers.cv` → `answers.cv_held`. */
export const heldPath = (field: string): string => `${field}_held`

/** Name of an input for a path: `answers.cv` → `answers[cv]`. */
export function inputName(path: string): string {
  const [first, ...rest] = path.split('.')
  return first + rest.map((part) => `[${part}]`).join('')
}
