/** A deadline comes near, for whoever works on the ticket; or it was missed, for who leads the team. */
export const ALARMS = ['near', 'missed'] as const
export type Alarm = (typeof ALARMS)[number]

/** Somebody of the team, or who has the ticket without being in it. */
export interface Colleague {
  readonly leads: boolean
  readonly hasTicket: boolean
}

/** Who gets the mail; where it would be nobody, everybody does. */
export function whoIsTold<Person extends Colleague>(
  alarm: Alarm,
  people: readonly Person[]
): readonly Person[] {
  const isMeant = ({ leads, hasTicket }: Person) => hasTicket || (alarm === 'missed' && leads)
  const meant = people.filter(isMeant)
  return meant.length > 0 ? meant : people
}
