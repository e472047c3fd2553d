import { NOW, type KioskHall } from '#plugins/queue-caller/tests/kiosk_hall'
import { CHECK_IN, START } from '#plugins/queue-caller/tests/kiosk'
import type { PageState } from '#tests/kit/page_states'

export type QueueState = PageState & {
  /** Seen by whom; by anybody unless said otherwise. */
  as?: 'kiosk' | 'staff'
}

const MINUTE = 60_000

/** Every page of tickets and kiosks in every state, made once in the hall of the demo. */
export async function pageStates(hall: KioskHall): Promise<QueueState[]> {
  const known = { counter_id: 2, calls: 1, called_at: NOW, locale: null }
  const later = { order_at: NOW + 9 * MINUTE, due_from: NOW + 9 * MINUTE, among: 'appointments' }
  const states: Record<string, Record<string, unknown>> = {
    waiting: {},
    next: { line_id: 2, order_at: 1, due_from: 1 },
    appointment: { ...later, starts_at: NOW + 9 * MINUTE },
    called: { ...known, state: 'called' },
    absent: { ...known, ...later, state: 'absent' },
    parked: { ...known, state: 'parked' },
    served: { ...known, state: 'served' },
    'no-show': { ...known, state: 'no_show' },
    left: { state: 'left' },
    closed: { state: 'closed' },
  }
  const tokens: Record<string, string> = {}
  for (const [name, values] of Object.entries(states)) {
    tokens[name] = await hall.ticket(`B${Object.keys(tokens).length + 100}`, values)
  }
  const shown = (told: string, token: string) =>
    `${START}/tickets/${token}?told=${told}&until=${NOW + MINUTE}`
  const [{ id }] = await hall.server.query<{ id: number }>(
    'select id from queue_caller_tickets where public_id = ?',
    [tokens.waiting]
  )
  const kiosk = { as: 'kiosk' } as const
  return [
    { name: 'kiosk', route: 'kiosk_pages.show', path: START, ...kiosk },
    ...['issued', 'late', 'already'].map((told) => ({
      name: `kiosk-${told}`,
      route: 'kiosk_tickets.show',
      path: shown(told, tokens.waiting),
      ...kiosk,
    })),
    {
      name: 'kiosk-called',
      route: 'kiosk_tickets.show',
      path: shown('called', tokens.called),
      ...kiosk,
    },
    { name: 'check-in', route: 'check_ins.create', path: CHECK_IN, ...kiosk },
    {
      name: 'check-in-wrong',
      route: 'check_ins.create',
      path: CHECK_IN,
      act: async (page) => {
        await page.locator('#code').fill('AA999')
        await page.waitForTimeout(450)
        await page.keyboard.press('Enter')
        await page.waitForSelector('#code-error')
      },
      ...kiosk,
    },
    ...Object.entries(tokens).map(([name, token]) => ({
      name: `phone-${name}`,
      route: 'phone_tickets.show',
      path: `/queue/tickets/${token}`,
    })),
    { name: 'phone-invalid', route: 'phone_tickets.show', path: '/queue/tickets/gone' },
    ...['waiting', 'appointment'].map((name) => ({
      name: `leave-${name}`,
      route: 'departures.create',
      path: `/queue/tickets/${tokens[name]}/leave`,
    })),
    {
      name: 'print',
      route: 'printed_tickets.show',
      path: `/admin/queue-caller/tickets/${id}/print`,
      as: 'staff',
    },
  ]
}
