import type { Catalogue } from './catalogue.js'

/** A plain space, at which a line may break: "lu ?", "« oui". */
const BREAKS = / [;:!?»]|« /

/** French texts whose double signs could begin a line by themselves. */
export const breakingSigns = ({ fr }: Catalogue): string[] =>
  [...fr].flatMap(([key, text]) =>
    BREAKS.test(text) ? [`fr ${key}: needs a space that does not break (U+00A0)`] : []
  )
