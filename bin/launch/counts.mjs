import { stripVTControlCharacters } from 'node:util'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * What Japa says at the end of a run ("Tests  27 passed, 1 failed (28)"). A run that ended badly
 * without saying so counts as one failure, so that a crash never looks like success.
 *
 * @param {string} output
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(output, exitCode) {
  const line = stripVTControlCharacters(output)
    .split('\n')
    .findLast((text) => /^\s*Tests\s+\d+ /.test(text))
  const number = (word) => Number(line?.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0)
  const failed = number('failed') + number('regression')
  return { passed: number('passed'), failed: exitCode !== 0 && failed === 0 ? 1 : failed }
}

/** @param {Counts[]} parts */
export const sum = (parts) => ({
  passed: parts.reduce((total, { passed }) => total + passed, 0),
  failed: parts.reduce((total, { failed }) => total + failed, 0),
})

/** @param {Counts} counts */
export const sentence = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}
