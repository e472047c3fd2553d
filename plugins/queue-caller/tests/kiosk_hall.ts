import { randomId, secretToken } from '#core/platform'
import { cookieOf } from '#tests/devices/devices'
import { openVisitor, type Visitor, type VisitorOptions } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'
import { START } from '#plugins/queue-caller/tests/kiosk'

/** Tuesday, 9:00 at the demo's places, which are open. */
export const NOW = Date.parse('2026-11-24T08:00:00Z')
export const DAY = '2026-11-24'
const MINUTE = 60_000

const LINES = [
  [
    'A',
    {
      de: 'Ausweise und Pässe',
      es: 'Documentos de identidad',
      en: 'Identity documents',
      pl: 'Dowody i paszporty',
    },
  ],
  [
    'B',
    {
      de: 'Anmeldung und Ummeldung',
      es: 'Empadronamiento',
      en: 'Residence registration',
      pl: 'Meldunek',
    },
  ],
  ['C', { de: 'Fundbüro', es: 'Objetos perdidos', en: 'Lost property', pl: 'Rzeczy znalezione' }],
  [
    'D',
    { de: 'Sozialberatung', es: 'Asesoría social', en: 'Social advice', pl: 'Doradztwo socjalne' },
  ],
] as const
const [ID_CARDS, , LOST, ADVICE] = [1, 2, 3, 4]
const SATURDAYS = JSON.stringify({ 6: [{ opens: '09:00', closes: '12:00' }] })

/** The hall of the demo's public office, with a kiosk, two counters and a few people. */
export class KioskHall {
  #serial = 0

  private constructor(
    readonly server: TestServer,
    readonly locationId: number,
    readonly cookie: string,
    readonly printed: string
  ) {}

  static async open(): Promise<KioskHall> {
    // The demo without its own queue: this one is furnished by hand.
    const server = await startServer({ env: { DEMO: 'on', PLUGINS: 'booking' }, clock: NOW })
    const printed = server.process.output()
    await server.process.stop()
    Object.assign(server.variables, { DEMO: 'off', PLUGINS: 'booking,queue-caller' })
    await server.start()
    const [{ id }] = await server.query<{ id: number }>(
      `select id from organisation_locations where slug = 'pisa'`
    )
    const { plain, hash } = secretToken()
    const hall = new KioskHall(server, id, cookieOf(plain), printed)
    await hall.#furnish(hash)
    // While its clock stands still the server never looks again at what it keeps, e.g. no lines.
    await server.process.stop()
    await server.start()
    return hall
  }

  /** Somebody in a browser before the kiosk. */
  async person(options: Partial<VisitorOptions> = {}): Promise<Visitor> {
    const address = `10.9.0.${++this.#serial}`
    const visitor = await openVisitor({ url: this.server.url, address, ...options })
    const [name, value] = this.cookie.split('=')
    await visitor.context.addCookies([{ name, value, url: this.server.url }])
    // Printing is counted; a headless browser has no printer.
    await visitor.page.addInitScript(() => {
      Object.assign(window, { printed: 0, print: () => void Object(window).printed++ })
    })
    await visitor.open(START)
    return visitor
  }

  /** Of the demo's people, as the first start prints it. */
  password(role: 'desk' | 'owner'): string {
    return new RegExp(`${role}@demo\\.invalid +(\\S+)`).exec(this.printed)![1]
  }

  /** A ticket in this state; returns the secret of its page. */
  async ticket(code: string, values: Record<string, unknown> = {}): Promise<string> {
    const publicId = randomId()
    await this.#insert('queue_caller_tickets', {
      ...{ public_id: publicId, location_id: this.locationId, day: DAY, code },
      ...{ line_id: ID_CARDS, state: 'waiting', calls: 0, urgent: false, among: 'walk_ins' },
      ...{ order_at: NOW - 9 * MINUTE, due_from: NOW - 9 * MINUTE, issued_at: NOW - 9 * MINUTE },
      ...values,
    })
    return publicId
  }

  async codes(): Promise<string[]> {
    const found = await this.server.query<{ code: string }>(
      'select code from queue_caller_tickets where issued_line_id is not null order by id'
    )
    return found.map(({ code }) => code)
  }

  async #furnish(tokenHash: string): Promise<void> {
    const stamps = { created_at: NOW, updated_at: NOW }
    for (const [position, [letter, name]] of LINES.entries()) {
      await this.#insert('queue_caller_lines', {
        ...{ location_id: this.locationId, letter, name: JSON.stringify(name), position },
        ...{ first_number: 1, last_number: 999, extra_calls: 3, interval_minutes: 10 },
        ...{ grace_seconds: 90, early_minutes: 0, late_minutes: 15, most_in_a_row: 2 },
        ...{ longest_wait_minutes: 60, target_minutes: 20, service_minutes: 8, active: true },
        ...{ hours: position + 1 === LOST ? SATURDAYS : null },
        ...{ contingent: position + 1 === ADVICE ? 0 : null, ...stamps },
      })
    }
    for (const nth of [1, 2]) {
      const counter = { location_id: this.locationId, label: `Schalter ${nth}`, spoken: `${nth}` }
      await this.#insert('queue_caller_counters', {
        ...{ ...counter, position: nth, active: true, ...stamps },
      })
      const session = { counter_id: nth, user_id: nth, automatic: false, opened_at: NOW }
      await this.#insert('queue_caller_sessions', session)
      for (const line of [1, 2])
        await this.#insert('queue_caller_counter_lines', { counter_id: nth, line_id: line })
    }
    await this.#insert('queue_caller_kiosks', {
      ...{ location_id: this.locationId, name: 'Eingang', line_ids: '[]' },
      ...{ locales: JSON.stringify(['de', 'es', 'en', 'pl']), ...stamps },
    })
    await this.#insert('devices_devices', {
      ...{ name: 'Eingang', kind: 'queue-caller.kiosk', subject_id: 1, version: 1, ...stamps },
      ...{ location_id: this.locationId, token_hash: tokenHash },
      ...{ cookie_sent_at: NOW, last_seen_at: NOW },
    })
    for (const code of ['A001', 'A002', 'A003', 'A004']) await this.ticket(code)
  }

  #insert(table: string, values: Record<string, unknown>): Promise<unknown[]> {
    const names = Object.keys(values)
    const marks = names.map(() => '?').join(', ')
    return this.server.query(
      `insert into ${table} (${names.join(', ')}) values (${marks})`,
      Object.values(values)
    )
  }
}
