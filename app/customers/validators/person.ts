import vine from '@vinejs/vine'

/** PostgreSQL refuses the character NUL in a text. */
const text = (longest: number) =>
  vine
    .string()
    .trim()
    .maxLength(longest)
    .regex(/^[^\0]*$/)

/**
 * B8: who a customer is, by the same rules wherever it is typed: public forms, desk and panel. A
 * phone number may say when to call.
 */
export const personRules = {
  firstName: () => text(100).minLength(1),
  lastName: () => text(100).minLength(1),
  email: () => text(254).email(),
  phone: () => text(40),
}
