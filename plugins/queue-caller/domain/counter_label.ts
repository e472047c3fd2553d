/** "Counter 3" is read by its number from afar; a name without one is read as a whole. */
export interface CounterLabel {
  readonly words: string
  readonly mark: string
}

const MARKED = /^(?:(.*\S)\s+)?(\d{1,3}|\p{Lu})$/u

/**
 *     counterLabel('Counter 3')  // { words: 'Counter', mark: '3' }
 *     counterLabel('Reception')  // { words: 'Reception', mark: '' }
 */
export function counterLabel(label: string): CounterLabel {
  const [, words = '', mark] = MARKED.exec(label) ?? []
  return mark === undefined ? { words: label, mark: '' } : { words, mark }
}
