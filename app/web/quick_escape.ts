import { Template } from 'edge.js'

const SPECIAL = /["&'<>`]/

/**
 * Edge looks for special signs by replacing them, which is slower than to see that there are none,
 * and a list writes some 1,700 values.
 */
export function escapeQuickly(): void {
  const { escape } = Template.prototype
  Template.prototype.escape = function (input: unknown): string {
    return typeof input === 'string' && !SPECIAL.test(input) ? input : escape.call(this, input)
  }
}
