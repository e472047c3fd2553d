import vine from '@vinejs/vine'

const startsAt = vine.number().withoutDecimals().min(0).max(8_640_000_000_000)

/** Which of the places where it is offered, by its stable word. */
export const storeAppointmentValidator = vine.create({
  starts_at: startsAt.clone(),
  place: vine.string().maxLength(60),
})

/** `sequence`: how often the appointment had been moved when its page was shown. */
export const storeAppointmentMoveValidator = vine.create({
  starts_at: startsAt.clone(),
  sequence: vine.number().withoutDecimals().min(0).max(1_000_000),
})
