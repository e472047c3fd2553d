/** What differs in words that are sent often. */
type Placeholder = 'customer' | 'number' | 'agent'

/**
 * The words of an answer template with its places filled in; a place that nobody knows stays as it
 * is written. What is filled in is not looked through again: a customer may be called `{agent}`.
 *
 *     filledText('Hello {customer}', { customer: 'Ada Brandt', … }) // 'Hello Ada Brandt'
 */
export const filledText = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replaceAll(/\{(customer|number|agent)\}/g, (_, place: Placeholder) => values[place])
