/** A plugin's page of help for customers; contributed under `help`. */
export type HelpPage = {
  /** Lang key of its heading: "Help with appointments". */
  title: string
  /** Lang key of its text, with `## ` before headings and `- ` before the items of a list. */
  text: string
  /** What the text names and operators set, e.g. hours until which one may cancel. */
  values?: () => Promise<Record<string, number>>
}
