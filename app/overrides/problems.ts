import { textOverrides } from '#app/overrides/texts'
import { viewOverrides } from '#app/overrides/views'

/** Files that are not in use, or not wholly. */
export function overrideProblems(): string[] {
  const views = viewOverrides().filter(({ state }) => state !== 'active')
  const texts = textOverrides().filter(
    ({ problem, problems }) => problem !== null || problems.length > 0
  )
  return [...views.map(({ path }) => `views/${path}`), ...texts.map(({ file }) => `lang/${file}`)]
}
