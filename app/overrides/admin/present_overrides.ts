import type { BadgeState, Viewer } from '#core/admin'
import { overridesFolder } from '#app/overrides/files'
import { textOverrides, type TextOverrides } from '#app/overrides/texts'
import { viewOverrides, type ViewOverride } from '#app/overrides/views'

const BADGES = {
  active: 'called',
  changed: 'waiting',
  broken: 'problem',
  no_original: 'problem',
  partly: 'waiting',
} satisfies Record<string, BadgeState>

type Word = keyof typeof BADGES

/** Everything on the page of overrides. */
export function presentOverrides(viewer: Viewer) {
  const files = [
    ...viewOverrides().map((one) => presentView(one, viewer)),
    ...textOverrides().map((one) => presentTexts(one, viewer)),
  ]
  return { title: viewer.t('overrides.admin.files.title'), folder: overridesFolder(), files }
}

const stateOf = (word: Word, viewer: Viewer) => ({
  badge: BADGES[word],
  label: viewer.t(`overrides.states.${word}`),
})

function presentView({ path, state, problem, original }: ViewOverride, viewer: Viewer) {
  const isOld = state === 'active' && original === 'changed'
  const word = isOld ? 'changed' : state
  return {
    path: `views/${path}`,
    ...stateOf(word, viewer),
    text: word === 'active' ? null : viewer.t(`overrides.explained.${word}`),
    problems: problem === null ? [] : [problem],
  }
}

function presentTexts(texts: TextOverrides, viewer: Viewer) {
  const { file, used, problem, problems, changed } = texts
  return {
    path: `lang/${file}`,
    ...stateOf(wordFor(texts), viewer),
    text: problem
      ? viewer.t(`overrides.problems.${problem}`)
      : viewer.t('overrides.explained.texts', { used, left: problems.length }),
    problems: [
      ...problems.map(({ key, reason }) => `${key}: ${viewer.t(`overrides.problems.${reason}`)}`),
      ...changed.map((key) => `${key}: ${viewer.t('overrides.explained.text_changed')}`),
    ],
  }
}

function wordFor({ problem, used, problems, changed }: TextOverrides): Word {
  if (problem || used === 0) return 'broken'
  if (problems.length > 0) return 'partly'
  return changed.length > 0 ? 'changed' : 'active'
}
