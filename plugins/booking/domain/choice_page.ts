/** Pages that show the chosen time; "More time" leads back to the one where it was pressed. */
export const CHOICE_PAGES = ['month', 'week', 'details', 'check'] as const

export type ChoicePage = (typeof CHOICE_PAGES)[number]
