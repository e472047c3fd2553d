/** Light or dark, or as the device says. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** How far apart the rows of lists stand. */
export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** How the pages look for one person. */
export type Looks = { theme: Theme; density: Density }
