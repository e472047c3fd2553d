import type { Location } from '#core/organisation'
import type { Service } from '#core/scheduling'
import type { Answer, HttpClient } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

const VALUE = /name="starts_at" value="(\d+)"/g

/** A customer's visit to the server of this test process, with the secrets it brought. */
export class Visit {
  readonly client: HttpClient = visitor()
  draft = '0'
  manage = '0'

  constructor(readonly place: { location: Location; service: Service }) {}

  get path(): string {
    return `/booking/${this.place.location.slug}/${this.place.service.slug}`
  }

  /** Free times (epoch ms) on the week page. */
  async starts(): Promise<number[]> {
    const { text } = await this.client.get(`${this.path}/week`)
    return [...text.matchAll(VALUE)].map(([, value]) => Number(value))
  }

  async choose(startsAt: number): Promise<Answer> {
    const answer = await this.client.post(`${this.path}/choices`, { starts_at: String(startsAt) })
    this.draft = /draft=([\w-]+)/.exec(answer.location ?? '')?.[1] ?? this.draft
    return answer
  }

  fillIn(fields: Record<string, string>): Promise<Answer> {
    return this.client.post(`/booking/drafts/${this.draft}`, fields)
  }

  async confirm(proof: string): Promise<Answer> {
    const form = { altcha: `solved:${proof}` }
    const answer = await this.client.post(`/booking/drafts/${this.draft}/confirmation`, form)
    this.manage = /manage\/([\w-]+)/.exec(answer.location ?? '')?.[1] ?? this.manage
    return answer
  }
}
