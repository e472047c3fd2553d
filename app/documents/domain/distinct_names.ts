/**
 * Names of files that may lie in one folder, also where capitals do not count.
 *
 *     distinctNames(['AA001.pdf', 'aa001.pdf'])  // ['AA001.pdf', 'aa001 (2).pdf']
 */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let distinct = name
    for (let serial = 2; taken.has(distinct.toLowerCase()); serial++) {
      distinct = numbered(name, serial)
    }
    taken.add(distinct.toLowerCase())
    return distinct
  })
}

function numbered(name: string, serial: number): string {
  const dot = name.lastIndexOf('.')
  const end = dot > 0 ? dot : name.length
  return `${name.slice(0, end)} (${serial})${name.slice(end)}`
}
