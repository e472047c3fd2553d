/** How pressing it is for the customer. */
export const URGENCIES = ['low', 'medium', 'high'] as const
export type Urgency = (typeof URGENCIES)[number]

/** How far a matter reaches: one person, several, everybody. */
export const IMPACTS = ['one', 'several', 'everybody'] as const
export type Impact = (typeof IMPACTS)[number]

/** 1 is done first. */
export const PRIORITIES = [1, 2, 3, 4, 5] as const
export type Priority = (typeof PRIORITIES)[number]

/** The table of docs/domain/tickets.md. */
export const priorityOf = (urgency: Urgency, impact: Impact): Priority =>
  (5 - URGENCIES.indexOf(urgency) - IMPACTS.indexOf(impact)) as Priority
