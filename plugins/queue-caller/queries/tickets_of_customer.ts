import { Ticket } from '#plugins/queue-caller/models/ticket'

type Asked = {
  customerId: number
  /** Local days that it is anywhere now. */
  days: readonly string[]
  /** Null for everywhere. */
  locationIds: readonly number[] | null
}

/** The tickets of a customer's appointments of today, the latest first. */
export function ticketsOfCustomer({ customerId, days, locationIds }: Asked): Promise<Ticket[]> {
  const query = Ticket.query()
    .whereIn('day', [...days])
    .whereRaw('reservation_id in (select id from scheduling_reservations where customer_id = ?)', [
      customerId,
    ])
    .orderBy('startsAt', 'desc')
  if (locationIds) void query.whereIn('locationId', [...locationIds])
  return query.exec()
}
