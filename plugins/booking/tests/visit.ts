import { captcha } from '#core/web'
import { OutboxMail, renderMail, type ComposedMail } from '#core/messaging'
import type { FormField } from '#core/forms'
import { saveFormVersion } from '#core/forms'
import { runDueJobs } from '#core/jobs'
import { Organisation, type Location } from '#core/organisation'
import { forgetCaches, SYSTEM, transaction } from '#core/platform'
import type { Service } from '#core/scheduling'
import { aLocation, aResource, aService, isOpen } from '#tests/scheduling/planner'
import type { Answer, HttpClient } from '#tests/kit/http'

/** Tuesday, 08:00 in Rome; the places of these tests open at nine. */
export const NOW = '2027-01-12T07:00:00Z'
export const EMAIL = 'ada@example.org'

/** What is offered, as records that a test may change. */
export type Offer = { service: Service; location: Location }

let serial = 0

/** Fittings of an hour every half hour, in one cabin unless said otherwise. */
export async function anOffer(
  values: { units?: number; closes?: string; fields?: FormField[]; service?: Partial<Service> } = {}
): Promise<Offer> {
  const n = ++serial
  const address = 'Via Lunga 1, 56124 Pisa'
  const location = await aLocation({ slug: `pisa-${n}`, name: 'Ottica Prova', address })
  const resource = await aResource(location, { units: values.units ?? 1 })
  await isOpen(location, { closes: values.closes ?? '18:00' })
  const formId = values.fields ? await aForm(values.fields) : null
  const words = {
    slug: `fitting-${n}`,
    name: { en: 'Fitting', de: 'Anpassung' },
    preparation: { en: 'Bring your glasses.', de: 'Bringen Sie Ihre Brille mit.' },
  }
  const service = await aService(location, [{ of: [resource] }], {
    ...words,
    formId,
    ...values.service,
  })
  return { service, location }
}

async function aForm(fields: FormField[]): Promise<number> {
  const input = { definitionId: null, name: 'Form', fields, actor: SYSTEM }
  const saved = await transaction((trx) => saveFormVersion(trx, input))
  if (!saved.ok) throw new Error(saved.reason)
  return saved.definition.id
}

/** No work for a proof until the test ends. */
export function easyCaptcha(): () => void {
  captcha.fake()
  return () => captcha.restore()
}

export async function framedBy(hosts: string[]): Promise<void> {
  const organisation = await Organisation.firstOrNew({}, { name: 'Prova' })
  await organisation.merge({ allowedEmbedHosts: hosts }).save()
  forgetCaches()
}

export const pathOf = ({ location, service }: Offer) => `/booking/${location.slug}/${service.slug}`

export const solved = () => `solved:${++serial}`

export const PERSON = {
  first_name: 'Ada',
  last_name: 'Vornberg',
  email: EMAIL,
  phone: '',
}

/** One person without JavaScript on the way to an appointment. */
export class Visit {
  token = ''

  constructor(
    readonly client: HttpClient,
    readonly offer: Offer
  ) {}

  draft(rest = ''): string {
    return `/booking/drafts/${this.token}${rest}`
  }

  /** Presses the button of a time and remembers the secret of the draft. */
  async choose(startsAt: number, fields: Record<string, string> = {}): Promise<Answer> {
    const given = { starts_at: String(startsAt), ...fields }
    const answer = await this.client.post(`${pathOf(this.offer)}/choices`, given)
    const draft = new URL(answer.location ?? '/', answer.url).searchParams.get('draft')
    if (draft) this.token = draft
    return answer
  }

  enter(fields: Record<string, string> = {}): Promise<Answer> {
    return this.client.post(this.draft(), { ...PERSON, ...fields })
  }

  confirm(altcha = solved()): Promise<Answer> {
    return this.client.post(this.draft('/confirmation'), { altcha })
  }

  /** The whole way; returns the address of the manage page. */
  async book(startsAt: number, fields: Record<string, string> = {}): Promise<string> {
    await this.choose(startsAt)
    await this.enter(fields)
    const { location, status } = await this.confirm()
    if (!location?.startsWith('/booking/manage/')) throw new Error(`Booking answered ${status}`)
    return location
  }
}

type Mail = ComposedMail & { template: string; locale: string }

/** What arrived at an address, oldest first, as its recipient reads it. */
export async function mailsTo(address: string): Promise<Mail[]> {
  await runDueJobs()
  const rows = await OutboxMail.query().where('toAddress', address).orderBy('id')
  return Promise.all(
    rows.map(async (row) => {
      const rendered = await renderMail(row)
      if (!rendered.ok) throw new Error(rendered.reason)
      return { ...rendered.mail, template: row.template, locale: row.locale }
    })
  )
}

/** The path of the link in a mail that contains this text. */
export function linkOf({ html }: Pick<ComposedMail, 'html'>, part: string): string {
  const found = [...html.matchAll(/href="([^"]+)"/g)].find(([, href]) => href.includes(part))
  if (!found) throw new Error(`No link with ${part}`)
  return new URL(found[1]).pathname
}

/** Property of a calendar file, long lines joined. */
export function property(ics: string, name: string): string | null {
  const lines = ics.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  return lines.find((line) => line.split(/[:;]/)[0] === name)?.replace(/^[^:]*:/, '') ?? null
}
