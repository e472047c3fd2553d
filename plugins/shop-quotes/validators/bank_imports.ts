import vine from '@vinejs/vine'

const column = vine.number().withoutDecimals().range([0, 200]).nullable().optional()

/** `agreed`: the lines may be taken; `columns`: which column of the file holds what. */
export const storeBankImportValidator = vine.create({
  agreed: vine.literal('yes').nullable().optional(),
  columns: vine
    .object({
      day: column.clone(),
      amount: column.clone(),
      currency: column.clone(),
      payer: column.clone(),
      purpose: column.clone(),
    })
    .optional(),
})
