/** Already encoded, so that broken escapes and single halves of characters arrive as they are. */
export const VALUES = [
  '',
  '0',
  '-1',
  'NaN',
  '1e400',
  '0x10',
  '8640000000000',
  '9007199254740993',
  'null',
  'true',
  '[object Object]',
  'ada%40example.org',
  'ada@example.org%0D%0ABcc: eve@example.org',
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%C0%AF',
  '%',
  '%zz',
  '%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80',
  '%E2%80%AEevil',
  '../../../../etc/passwd',
  "'; drop table booking_drafts; --",
  '" or 1=1 --',
  '{{ 7*7 }}${7*7}',
  '<script>alert(1)</script>',
  '//evil.example',
  'solved:1',
  'eyJjaGFsbGVuZ2UiOnt9fQ==',
  'a'.repeat(5000),
  'é'.repeat(300),
  '%41'.repeat(1000),
]
/** What may stand in a segment of a path. */
export const PATH_VALUES = VALUES.filter(
  (value) => value !== '' && value.length < 200 && !/^\.|\/|%$|%z/.test(value)
)

/** What may follow the name of a parameter. */
export const SHAPES = ['', '[]', '[0]', '[a]', '[__proto__]', '[a][b][c]', '.a', '%00', '[']

/** The same sequence in every run, so that a failing case can be run again. */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Raw spaces and quotes may not stand in the first line of a request. */
export const decodable = (value: string) => value.replaceAll('%', '%25')
