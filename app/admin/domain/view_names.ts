export const LONGEST_NAME = 60

/** So many views of a list fit a menu that one still reads. */
export const MOST_VIEWS = 30

/** What two names have in common when nobody would tell them apart. */
export const viewKey = (name: string): string =>
  name.replaceAll(/\s+/g, ' ').trim().toLowerCase().slice(0, 180)
