import { defineFileUse, FILE_TYPES } from '#core/files'

/** A record that nobody may read, whoever asks. */
export const FOREIGN = 4711

/** Attachments of a customer, which only staff with a certain permission may read. */
export const probeUse = defineFileUse({
  id: 'probe.customer',
  table: 'customers_customers',
  types: FILE_TYPES,
  most: 3,
  mayRead: (ctx, recordId) => ctx.can('jobs.view') && recordId !== FOREIGN,
})
