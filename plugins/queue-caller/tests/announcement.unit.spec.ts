import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import { clipsOf } from '#plugins/queue-caller/domain/announcement'
import { ticketCode } from '#plugins/queue-caller/domain/ticket_number'

type Index = Record<string, [start: number, length: number]>

const file = (name: string) => readFileSync(new URL(`../assets/sound/${name}`, import.meta.url))
const index = (locale: string) => JSON.parse(file(`${locale}.json`).toString()) as Index

const said = (code: string, spoken: string | null = null) => clipsOf({ code, spoken }).join(' ')

/** Kilobits a second and samples a second by the numbers in the header of an MPEG-2 frame. */
const KILOBITS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const RATES = [22_050, 24_000, 16_000]

/** Duration of an mp3 file (MPEG-2, layer III) in milliseconds, counted frame by frame. */
function duration(mp3: Buffer): number {
  let ms = 0
  for (let at = 0; at < mp3.length;) {
    const [first, second, third] = mp3.subarray(at, at + 3)
    if (first !== 0xff || (second & 0xfe) !== 0xf2) throw new Error(`No frame at byte ${at}`)
    const rate = RATES[(third >> 2) & 3]
    ms += (576 / rate) * 1000
    at += Math.floor((72_000 * KILOBITS[third >> 4]) / rate) + ((third >> 1) & 1)
  }
  return ms
}

const CODES = Array.from({ length: 9999 }, (_, at) => ticketCode('A', at + 1))
const COUNTERS = [
  ...Array.from({ length: 99 }, (_, at) => String(at + 1)),
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
]

test.group('Announcement', () => {
  test('Q6 a ticket is called by its letters and its number, then the counter', ({ assert }) => {
    assert.equal(said('A001', '1'), 'number A 1 counter 1')
    assert.equal(said('A042', '3'), 'number A 42 counter 3')
    assert.equal(said('AA100', '12'), 'number A A 100 counter 12')
    assert.equal(said('B101', 'B'), 'number B hundred_100 1 counter B')
    assert.equal(said('C342', '99'), 'number C hundred_300 42 counter 99')
    assert.equal(said('A900', '7'), 'number A 900 counter 7')
    assert.equal(said('A999', '7'), 'number A hundred_900 99 counter 7')
    assert.equal(said('b007', 'c'), 'number B 7 counter C')
  })

  test('Q6 four digits are read in pairs, more of them one by one', ({ assert }) => {
    assert.equal(said('A1000'), 'number A 10 0 0')
    assert.equal(said('A1005'), 'number A 10 0 5')
    assert.equal(said('A1042'), 'number A 10 42')
    assert.equal(said('AA9999'), 'number A A 99 99')
    assert.equal(said('A10203'), 'number A 1 0 2 0 3')
  })

  test('Q1 a number of the next cycle is called like that of the first', ({ assert }) => {
    assert.equal(said(ticketCode('A', 1), '2'), said('A001', '2'))
    assert.equal(said('A000'), 'number A 0')
  })

  test('Q6 of a counter is said the number or letter in which its name ends', ({ assert }) => {
    const counterOf = (spoken: string | null) => said('A001', spoken).slice('number A 1'.length)
    for (const name of ['3', '03', 'Counter 3', 'Ventanilla n.º 3', 'Schalter-3', ' 3 ']) {
      assert.equal(counterOf(name), ' counter 3', name)
    }
    assert.equal(counterOf('Guichet B'), ' counter B')
    for (const name of [null, '', 'Balcão', 'Room 101', '0', '100', 'Sala C2', 'É', 'Kasia']) {
      assert.equal(counterOf(name), '', `${name}`)
    }
  })

  for (const locale of LOCALES) {
    test(`Q6 every ticket and counter can be called in ${locale}`, ({ assert }) => {
      const wanted = new Set<string>()
      for (const code of [...CODES, 'A000'])
        said(code)
          .split(' ')
          .forEach((clip) => wanted.add(clip))
      for (const spoken of COUNTERS) {
        said(`${spoken}001`, spoken)
          .split(' ')
          .forEach((clip) => wanted.add(clip))
      }
      assert.sameMembers(Object.keys(index(locale)), [...wanted])
    })

    test(`every clip in ${locale} is a piece of its own of the sound`, ({ assert }) => {
      const clips = Object.entries(index(locale)).sort(([, [a]], [, [b]]) => a - b)
      let end = 0
      for (const [name, [start, length]] of clips) {
        assert.isAtLeast(start, end - 1, name)
        assert.isTrue(length >= 200 && length <= 2_500, `${name} lasts ${length} ms`)
        end = start + length
      }
      assert.isAtMost(end, duration(file(`${locale}.mp3`)))
    })
  }
})
