const LONGEST = 250

/**
 * A channel with what it is about, e.g. `scheduling.day?day=2026-11-23&location=x`; the order of
 * the parameters does not matter.
 */
export function channelName(id: string, params: Record<string, string | number> = {}): string {
  const query = new URLSearchParams()
  for (const name of Object.keys(params).sort()) query.set(name, String(params[name]))
  const text = query.toString()
  return text === '' ? id : `${id}?${text}`
}

/** Null for what no channel can be called; equal channels get equal names. */
export function readChannelName(
  name: string
): { id: string; params: Record<string, string>; name: string } | null {
  if (name.length > LONGEST) return null
  const [id, query = ''] = name.split('?', 2)
  if (!/^[a-z][\w-]*(\.[\w-]+)+$/.test(id)) return null
  const params = Object.fromEntries(new URLSearchParams(query))
  return { id, params, name: channelName(id, params) }
}
