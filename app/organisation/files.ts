import { defineFileUse } from '#core/files'
import { Funder } from '#app/organisation/models/funder'

/** Logos of the footer: everybody sees them. */
export const funderLogos = defineFileUse({
  id: 'organisation.funder',
  table: Funder.table,
  types: ['png', 'jpeg', 'webp'],
  most: 1,
  megabytes: 1,
  mayRead: () => true,
})
