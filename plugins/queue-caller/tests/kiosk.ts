import type { Location } from '#core/organisation'
import { transaction } from '#core/platform'
import { reserve, type Reservation, type Service } from '#core/scheduling'
import db from '@adonisjs/lucid/services/db'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import type { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { aLine, Desk } from '#plugins/queue-caller/tests/queue'
import { aPairedDevice } from '#tests/devices/devices'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'
import { aPlanner } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

export const START = '/device/queue/kiosk'
export const CHECK_IN = '/device/queue/kiosk/check-in'

/** A person without scripts before a paired kiosk. */
export class AtKiosk {
  private constructor(
    readonly kiosk: Kiosk,
    readonly cookie: string,
    readonly client: HttpClient
  ) {}

  static async of(location: Location, values: Partial<Kiosk> = {}): Promise<AtKiosk> {
    const kiosk = await Kiosk.create({
      ...{ locationId: location.id, name: 'Entrance', locales: ['en', 'de'] },
      ...values,
    })
    const device = { kind: 'queue-caller.kiosk', subjectId: kiosk.id, locationId: location.id }
    const { cookie } = await aPairedDevice(device)
    return new AtKiosk(kiosk, cookie, visitor())
  }

  get(path = START): Promise<Answer> {
    return this.client.get(path, { cookie: this.cookie })
  }

  send({ action, fields }: HtmlForm, more: Record<string, string> = {}): Promise<Answer> {
    const sent = { ...(fields as Record<string, string>), ...more }
    return this.client.post(action, sent, { cookie: this.cookie })
  }

  /** Presses the button of a line on the start page that is shown, a new one unless given. */
  async press(line: Line, page?: Answer): Promise<Answer> {
    const form = (page ?? (await this.get())).form('/tickets')
    return this.send(form, { line: String(line.id) })
  }

  /** Takes a ticket and returns the page that shows it. */
  async take(line: Line): Promise<Answer> {
    return this.get((await this.press(line)).location!)
  }

  async checkIn(code: string, path = CHECK_IN): Promise<Answer> {
    const form = (await this.get(path)).form('/check-in')
    return this.send({ ...form, fields: {} } as HtmlForm, { code })
  }

  /** The page that follows a check-in that went well. */
  async arrive(code: string): Promise<Answer> {
    return this.get((await this.checkIn(code)).location!)
  }
}

/** A place where appointments of a service are called in a line, beside its walk-ins. */
export class Hall {
  private constructor(
    readonly location: Location,
    readonly service: Service,
    readonly line: Line,
    readonly desk: Desk
  ) {}

  static async open(values: Partial<Line> = {}): Promise<Hall> {
    const { location, service } = await aPlanner({ units: 20 })
    const line = await aLine(location, values)
    await db.table('queue_caller_line_services').insert({
      ...{ location_id: location.id, service_id: service.id, line_id: line.id },
    })
    return new Hall(location, service, line, await Desk.open(location, [line]))
  }

  /** An appointment as the desk books it; whatever plugin it would belong to. */
  async booked(startsAt: number): Promise<Reservation> {
    const { service, location } = this
    const wanted = { audience: 'staff', owner: 'booking', customerId: null, service, location }
    const made = await transaction((trx) => reserve(trx, { ...wanted, startsAt } as never))
    if (!made.ok) throw new Error(made.reason)
    return made.reservation
  }

  latest(): Promise<Ticket> {
    return Ticket.query().orderBy('id', 'desc').firstOrFail()
  }

  ticketOf({ id }: Reservation): Promise<Ticket> {
    return Ticket.findByOrFail('reservationId', id)
  }
}
