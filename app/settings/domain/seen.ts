import { createHash, createHmac } from 'node:crypto'

/**
 * A mark of the value that a person saw in the form. Where it still fits when they save, they
 * overwrite nobody; where it fits what they send, they did not touch the field.
 */
export const markOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url')
    .slice(0, 22)

/** The same of a secret, under a key that stays here: nobody can try guesses on what they get. */
export const secretMarkOf = (value: unknown, key: string): string =>
  createHmac('sha256', key)
    .update(`settings:${JSON.stringify(value)}`)
    .digest('base64url')
    .slice(0, 22)
