import vine from '@vinejs/vine'

/** What the list shows now stands in the address of the form, as it does in the list's own. */
export const storeListColumnsValidator = vine.create({
  list: vine.string().maxLength(80),
  columns: vine.array(vine.string().maxLength(80)).maxLength(60).optional(),
  usual: vine.enum(['yes']).optional(),
})
