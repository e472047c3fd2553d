import { clock, hashToken, secretToken, transaction, type Result, type Trx } from '#core/platform'
import {
  hold,
  inTurn,
  isTakenForSure,
  refusingOverlap,
  type Reservation,
  type ReserveRefusal,
} from '#core/scheduling'
import { setting } from '#core/settings'
import type { Allowed } from '#core/web'
import { Draft } from '#plugins/booking/models/draft'
import type { Offer } from '#plugins/booking/queries/offers'
import { holdMinutes } from '#plugins/booking/settings'

export type Choice = {
  offer: Offer
  startsAt: number
  token: string | null
  /** Counts the choice under its limit; in the transaction, where there is one. */
  allowed: (trx?: Trx) => Promise<Allowed>
}
type Chosen =
  Result<{ token: string }, ReserveRefusal | 'choice_pending'> | Exclude<Allowed, { ok: true }>

/**
 * B7: holds the chosen time. One at a time: while the draft behind `token` holds another time it
 * must be given back first. A draft without a living hold keeps what was typed and takes the new
 * time. Returns the draft's secret.
 */
export class ChooseTime {
  async handle(choice: Choice): Promise<Chosen> {
    const minutes = await setting(holdMinutes)
    return inTurn(async () => {
      const wanted = { ...choice.offer, startsAt: choice.startsAt, audience: 'public' } as const
      if (choice.token === null && (await isTakenForSure(wanted))) return this.#refuse(choice)
      return refusingOverlap(() => transaction((trx) => this.#choose(trx, choice, minutes)))
    })
  }

  async #refuse({ allowed }: Choice): Promise<Chosen> {
    const answer = await allowed()
    return answer.ok ? { ok: false, reason: 'slot_taken' } : answer
  }

  async #choose(trx: Trx, choice: Choice, minutes: number): Promise<Chosen> {
    const { offer, startsAt, token } = choice
    const answer = await choice.allowed(trx)
    if (!answer.ok) return answer
    const draft = token ? await this.#lockedDraft(trx, token) : null
    if (draft?.isHeld(clock.now())) return { ok: false, reason: 'choice_pending' }
    const held = await hold(trx, {
      ...offer,
      startsAt,
      minutes,
      owner: 'booking',
      audience: 'public',
    })
    if (!held.ok) return held
    if (draft && token) {
      await this.#retarget(trx, draft, offer, held.reservation)
      return { ok: true, token }
    }
    return { ok: true, token: await this.#start(trx, offer, held.reservation) }
  }

  /** Two tabs that choose at once with one draft: the second waits here and is refused. */
  async #lockedDraft(trx: Trx, token: string): Promise<Draft | null> {
    const tokenHash = hashToken(token)
    await Draft.query({ client: trx }).where({ tokenHash }).increment('version', 1)
    return Draft.query({ client: trx })
      .where({ tokenHash })
      .whereNull('appointmentId')
      .preload('reservation')
      .first()
  }

  async #retarget(trx: Trx, draft: Draft, offer: Offer, reservation: Reservation) {
    const otherForm = draft.serviceId !== offer.service.id
    draft.useTransaction(trx).merge({
      serviceId: offer.service.id,
      locationId: offer.location.id,
      startsAt: reservation.startsAt,
      reservationId: reservation.id,
      complete: otherForm ? false : draft.complete,
      updatedAt: clock.now(),
    })
    await draft.save()
  }

  async #start(trx: Trx, offer: Offer, reservation: Reservation): Promise<string> {
    const { plain, hash } = secretToken()
    await Draft.create(
      {
        tokenHash: hash,
        serviceId: offer.service.id,
        locationId: offer.location.id,
        startsAt: reservation.startsAt,
        reservationId: reservation.id,
      },
      { client: trx }
    )
    return plain
  }
}
