/** What the way to pay for trying things out can be told to do; no money moves. */
export const TRIALS = ['pays', 'pays_too_little', 'fails'] as const
export type Trial = (typeof TRIALS)[number]

/** Of what is due, less than is due: half of it, rounded down, and at least one cent. */
export const tooLittle = (dueMinor: number): number => Math.max(1, Math.floor(dueMinor / 2))
