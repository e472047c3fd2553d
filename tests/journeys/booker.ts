import { randomUUID } from 'node:crypto'
import type { Answer, HttpClient } from '#tests/kit/http'
import type { TestServer } from '#tests/kit/servers'
import type { Planner } from '#tests/journeys/planners'

let bookers = 0

/** A customer without scripts who books: chooses a time, fills in the form, confirms. */
export class Booker {
  readonly email = `guest${process.pid}.${++bookers}@example.org`
  readonly client: HttpClient
  draft: string | null = null

  constructor(
    server: TestServer,
    readonly planner: Planner
  ) {
    this.client = server.client()
  }

  /** B7: 303 when the time is held now, 409 when somebody was faster. */
  async choose(startsAt: number): Promise<Answer> {
    const answer = await this.client.post(`${this.planner.path}/choices`, {
      starts_at: String(startsAt),
      draft: this.draft ?? undefined,
    })
    const held = answer.location && new URL(answer.location, this.client.base)
    this.draft = (held && held.searchParams.get('draft')) || this.draft
    return answer
  }

  fillIn(): Promise<Answer> {
    const names = { first_name: 'Ada', last_name: 'Brandt' }
    return this.client.post(`/booking/drafts/${this.draft}`, { ...names, email: this.email })
  }

  /** Gives the held time back; what was typed stays. */
  giveBack(): Promise<Answer> {
    return this.client.post(`/booking/drafts/${this.draft}/cancellation`, {})
  }

  /** 303 to the ticket, or 409. The same proof twice is a double click. */
  confirm(proof: string = randomUUID(), through: HttpClient = this.client): Promise<Answer> {
    return through.post(`/booking/drafts/${this.draft}/confirmation`, { altcha: `solved:${proof}` })
  }

  /** A complete draft for a time that is held no more, so that confirming has to take it again. */
  async prepare(startsAt: number): Promise<void> {
    const statuses = [await this.choose(startsAt), await this.fillIn(), await this.giveBack()].map(
      ({ status }) => status
    )
    if (statuses.join() !== '303,303,303') throw new Error(`Preparing answered ${statuses.join()}`)
  }
}

/** The number on a ticket page, e.g. `AA042`. */
export function numberOn({ text }: Answer): string | null {
  return /ticket__number">([A-Z]{2}\d{3,4})</.exec(text)?.[1] ?? null
}

export type Outcome = Record<string, number>

/** What became of many requests: `booked`, `refused` (409 with other times), or `error …`. */
export function outcomeOf(answers: Answer[]): Outcome {
  const counts: Outcome = { booked: 0, refused: 0 }
  for (const answer of answers) {
    const outcome = nameOf(answer)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

function nameOf({ status, text }: Answer): string {
  if (status === 303) return 'booked'
  const offersOthers = /name="starts_at" value="\d+"/.test(text)
  return status === 409 && offersOthers ? 'refused' : `error ${status}`
}
