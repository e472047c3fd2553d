import { counterLabel } from '../domain/counter_label.js'
import type { Announced, ShownCalls } from '../domain/shown_calls.js'

const all = (root: ParentNode, selector: string) => root.querySelectorAll<HTMLElement>(selector)

const write = (root: ParentNode, selector: string, text: string) => {
  for (const element of all(root, selector)) {
    if (element.textContent !== text) element.textContent = text
  }
}

/** Writes what is shown into the places that the server has laid out. */
export function paintCalls(root: ParentNode, { current, isFresh, last, word }: ShownCalls): void {
  for (const place of all(root, '[data-slot=current]')) {
    paintCall(place, current)
    place.dataset.fresh = isFresh ? 'yes' : 'no'
  }
  for (const [at, place] of all(root, '[data-slot=last]').entries()) {
    paintCall(place, last.at(at) ?? null)
  }
  for (const place of all(root, '[data-word]')) {
    place.dataset.shown = place.dataset.word === word ? 'yes' : 'no'
  }
}

function paintCall(place: HTMLElement, call: Announced | null): void {
  const { words, mark } = counterLabel(call?.counter ?? '')
  write(place, '[data-part=code]', call?.code ?? '')
  write(place, '[data-part=words]', words)
  write(place, '[data-part=mark]', mark)
  place.dataset.state = call?.state ?? 'none'
}

/** The pulse of a call begins again for one that follows while the first is still new. */
export function beat(root: ParentNode): void {
  for (const place of all(root, '[data-slot=current]')) {
    for (const animation of place.getAnimations()) {
      animation.cancel()
      animation.play()
    }
  }
}

export function paintLanguage(root: ParentNode, language: string): void {
  for (const words of all(root, '[data-language]')) {
    words.dataset.shown = words.dataset.language === language ? 'yes' : 'no'
  }
}

export function paintTime(root: ParentNode, slot: 'clock' | 'as-of', time: string): void {
  write(root, `[data-slot=${slot}]`, time)
}
