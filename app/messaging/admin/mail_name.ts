import type { Viewer } from '#core/admin'

/** Plugins name their mails in their own language files. */
export function mailName(id: string, viewer: Viewer): string {
  const [owner, ...name] = id.split('.')
  return viewer.word(`${owner}.mails.${name.join('.')}.name`, id)
}
