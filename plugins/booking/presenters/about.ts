import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { whereOf } from '#plugins/booking/presenters/where'
import type { Offer } from '#plugins/booking/queries/offers'

/** What is being booked, and where: the head of the month and of the week. */
export const presentAbout = ({ locale }: HttpContext, { service, location }: Offer) => ({
  service: translated(service.name, locale),
  description: translated(service.description, locale),
  where: whereOf(location),
})
