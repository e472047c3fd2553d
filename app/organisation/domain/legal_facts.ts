/** Texts that an operator may write in place of those that we ship. */
export const OWN_TEXTS = [
  'legalNotice',
  'privacyNotice',
  'cookieNotice',
  'accessibilityStatement',
  'help',
] as const
export type OwnText = (typeof OWN_TEXTS)[number]

/** How far the site meets EN 301 549, in the three words of Decision (EU) 2018/1523. */
export const CONFORMANCES = ['full', 'partial', 'none'] as const
export type Conformance = (typeof CONFORMANCES)[number]

/** Who looked: the organisation itself, or somebody independent. */
export const ASSESSORS = ['self', 'external'] as const
export type Assessor = (typeof ASSESSORS)[number]
