import vine from '@vinejs/vine'
import { LONGEST_NAME } from '#app/admin/domain/view_names'

/** A box that is not ticked is not sent. */
const ticked = () => vine.boolean().parse((value) => value === 'on')

const name = () => vine.string().trim().minLength(1).maxLength(LONGEST_NAME)

/** What the list shows stands in the address of the form, as it does in the list's own. */
export const listValidator = vine.create({ list: vine.string().maxLength(80) })

export const storeListViewValidator = vine.create({
  name: name(),
  shared: ticked(),
})

export const updateListViewValidator = vine.create({
  name: name(),
  shared: ticked(),
  version: vine.number().withoutDecimals().range([1, 2_147_483_647]),
})

export const storeListStartValidator = vine.create({ on: vine.enum(['yes', 'no']) })
