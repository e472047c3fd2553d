import { defineConfig } from '@adonisjs/core/hash'
import type { InferHashers } from '@adonisjs/core/types'
import { Argon2id } from '#app/accounts/drivers/argon2id'

const hashConfig = defineConfig({
  default: 'argon2id',
  list: { argon2id: () => new Argon2id() },
})

export default hashConfig

declare module '@adonisjs/core/types' {
  export interface HashersList extends InferHashers<typeof hashConfig> {}
}
