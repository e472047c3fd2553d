import encryption from '@adonisjs/core/services/encryption'

const PURPOSE = 'settings.secret'

/** How a secret lies in the database; the key is the installation's APP_KEY. */
export type Sealed = { sealed: string }

export const seal = (secret: string): Sealed => ({
  sealed: encryption.encrypt(secret, { purpose: PURPOSE }),
})

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && typeof (value as Sealed).sealed === 'string'

/** The secret, or null when it was sealed under another APP_KEY. */
export const unseal = ({ sealed }: Sealed): string | null => encryption.decrypt(sealed, PURPOSE)
