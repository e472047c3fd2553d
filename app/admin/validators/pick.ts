import vine from '@vinejs/vine'

/** The address of a page, or kind and id of a record: `customers.customers:12`. */
export const storePickValidator = vine.create({
  target: vine.string().maxLength(120),
})
