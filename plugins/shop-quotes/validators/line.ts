import vine from '@vinejs/vine'

/** `form_key` names the form that was shown: out of it the cookie of a first cart is made. */
export const storeLineValidator = vine.create({ form_key: vine.string().regex(/^[\w-]{22}$/) })

/** `seen`: the version of the line whose form was shown. */
export const updateLineValidator = vine.create({
  seen: vine.number().withoutDecimals().min(1).max(1_000_000_000),
})

/** What was typed, whatever it is; how many may be taken depends on the service. */
export const typedQuantityValidator = vine.create({
  quantity: vine.string().maxLength(20).optional(),
})
