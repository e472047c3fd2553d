import type { Translated } from './translated.js'

/** A project that funds the organisation, with its logo. */
export interface Funding {
  /** Public id of the picture; another picture is another id. */
  readonly picture: string
  /** Name of its bytes on the disk. */
  readonly storedAs: string
  readonly type: 'png' | 'jpeg' | 'webp'
  /** In CSS pixels, so that the page keeps the room before the picture is there. */
  readonly width: number
  readonly height: number
  readonly alternative: Translated
  readonly link: string | null
}

/** The room for a logo in the footer. */
const MOST = { width: 176, height: 56 }

/** How large a picture is shown: as large as fits, and never larger than it is. */
export function shownSize({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, MOST.width / width, MOST.height / height)
  const rounded = (side: number) => Math.max(1, Math.round(side * scale))
  return { width: rounded(width), height: rounded(height) }
}

/** An address that a page may print as a link: web pages only, so no script can be one. */
export function isWebAddress(text: string): boolean {
  return (
    text.length <= 2000 &&
    /^https?:\/\//i.test(text) &&
    !/[\s\0"<>]/.test(text) &&
    URL.canParse(text)
  )
}
