import { test } from '@japa/runner'
import { visitsOf, type Visit } from '#plugins/queue-caller/domain/ticket_times'
import {
  loggedTicket,
  WRITTEN_DAY,
  type At,
  type WrittenTicket,
} from '#plugins/queue-caller/tests/written_log'

const MINUTE = 60_000
const TARGETS = new Map([
  [1, 20],
  [2, 15],
])

const minuteOf = (time: string) => {
  const [hours, minutes] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const at: At = (time, on) => (on * 1440 + minuteOf(time)) * MINUTE
const minutes = (time: number | null) => time && time / MINUTE

const read = (written: Partial<WrittenTicket> & { log: string }, clock = at) =>
  visitsOf(loggedTicket({ code: 'A001', line: 'A', ...written }, clock), TARGETS)

/** `A 1 served: waited 4, walked 1, served 7, 1 call` */
const told = ({ lineId, counterId, outcome, waited, walked, served, calls }: Visit) =>
  [
    `${'AB'[lineId - 1]} ${counterId} ${outcome}: waited ${minutes(waited)}`,
    `walked ${minutes(walked)}`,
    `served ${minutes(served)}`,
    `calls ${calls}`,
  ].join(', ')

test.group('Times of a ticket', () => {
  test('Q6 the day by hand comes out as it is written down', ({ assert }) => {
    const day = WRITTEN_DAY.map((written) => [written.code, ...read(written).map(told)])
    assert.deepEqual(day, [
      ['A001', 'A 1 served: waited 4, walked 1, served 7, calls 1'],
      ['A002', 'A 1 served: waited 11, walked 1, served 9, calls 1'],
      ['A003', 'A 1 served: waited 26, walked 1, served 8, calls 2'],
      ['A004', 'A null left: waited null, walked null, served null, calls 0'],
      ['A005', 'A 2 served: waited 25, walked 1, served 10, calls 1'],
      [
        'B001',
        'B 2 served: waited 5, walked 2, served 8, calls 1',
        'A 1 served: waited 20, walked 1, served 6, calls 1',
      ],
      ['A006', 'A 1 no_show: waited null, walked null, served null, calls 4'],
      ['AA001', 'B 2 served: waited 2, walked 1, served 15, calls 1'],
      ['AA002', 'B 2 served: waited 1, walked 1, served 13, calls 2'],
      ['A007', 'A null closed: waited null, walked null, served null, calls 0'],
      ['AA003'],
    ])
  })

  test('Q6 what was taken back never happened, whichever step it was', ({ assert }) => {
    const whole = '9:00 issued; 9:04 called 1; 9:05 started; 9:12 finished'
    for (const log of [
      '9:00 issued; 9:02 called 2; 9:03 undone; 9:04 called 1; 9:05 started; 9:12 finished',
      '9:00 issued; 9:04 called 1; 9:04 started; 9:04 undone; 9:05 started; 9:12 finished',
      '9:00 issued; 9:04 called 1; 9:04 absent; 9:04 undone; 9:05 started; 9:12 finished',
      '9:00 issued; 9:04 called 1; 9:05 started; 9:06 parked; 9:07 undone; 9:12 finished',
      '9:00 issued; 9:04 called 1; 9:05 started; 9:08 finished; 9:09 undone; 9:12 finished',
      '9:00 issued; 9:04 called 1; 9:05 started; 9:08 transferred A; 9:09 undone; 9:12 finished',
    ]) {
      assert.deepEqual(read({ log }), read({ log: whole }), log)
    }
  })

  test('Q6 time parked is not served, however often, also when it ends in a transfer', ({
    assert,
  }) => {
    const twice =
      '9:00 issued; 9:00 called 1; 9:00 started; 9:05 parked; 9:10 resumed; 9:11 parked; 9:30 resumed; 9:33 finished'
    assert.equal(minutes(read({ log: twice })[0].served), 9)
    const [first, second] = read({
      log: '9:00 issued; 9:00 called 1; 9:00 started; 9:05 parked; 9:10 transferred B; 9:16 called 2',
    })
    assert.equal(minutes(first.served), 5)
    assert.equal(minutes(second.beganAt - first.beganAt), 10)
    assert.deepInclude(second, { lineId: 2, counterId: 2, isPassedOn: true, outcome: 'open' })
  })

  test('Q6 a transfer before serving takes the wait along to the other line', ({ assert }) => {
    for (const before of ['', '9:05 called 1; ', '9:05 called 1; 9:06 absent; ']) {
      const log = `9:00 issued; ${before}9:10 transferred B; 9:16 called 2; 9:17 started; 9:20 finished`
      const [visit, ...others] = read({ log, told: [0, 10] })
      assert.isEmpty(others)
      assert.equal(
        told(visit).replace(/calls.*/, ''),
        'B 2 served: waited 16, walked 1, served 3, '
      )
      assert.isFalse(visit.within)
      assert.equal(visit.told === null, before === '', 'told of another line')
    }
  })

  test('Q5 of repeated calls the last counts; the same call again is none', ({ assert }) => {
    const [visit] = read({
      log: '9:00 issued; 9:05 called 1; 9:06 called_again; 9:07 absent; 9:15 called 2; 9:16 called_again; 9:18 started; 9:20 finished',
    })
    assert.equal(told(visit), 'A 2 served: waited 15, walked 3, served 2, calls 2')
  })

  test('Q2 an appointment waits from its time or its later check-in, never less than nothing', ({
    assert,
  }) => {
    const waited = (log: string) => minutes(read({ log, appointment: '10:00' })[0].waited)
    const rest = '; 10:21 started; 10:30 finished'
    assert.equal(waited(`8:00 issued; 10:20 called 1${rest}`), 20)
    assert.equal(waited(`8:00 issued; 9:30 checked_in; 10:20 called 1${rest}`), 20)
    assert.equal(waited(`8:00 issued; 10:12 checked_in; 10:20 called 1${rest}`), 8)
    assert.equal(waited(`8:00 issued; 9:30 checked_in; 9:50 called 1${rest}`), 0)
    const back =
      '8:00 issued; 10:01 called 1; 10:02 no_show; 10:15 checked_in; 10:20 called 1; 10:21 started; 10:30 finished'
    assert.equal(waited(back), 5)
  })

  test('Q2 an appointment that was moved counts from its last time on', ({ assert }) => {
    const [visit] = read({
      log: '8:00 issued; 9:00 called 1; 9:02 absent; 9:05 issued; 11:03 called 2; 11:04 started; 11:10 finished',
      appointment: '11:00',
    })
    assert.equal(told(visit), 'A 2 served: waited 3, walked 1, served 6, calls 1')
    assert.equal(minutes(visit.calledAfter), 3)
  })

  test('an appointment nobody heard of is no visit; one that is called or here is', ({
    assert,
  }) => {
    const count = (log: string) => read({ log, appointment: '10:00' }).length
    assert.equal(count('8:00 issued'), 0)
    assert.equal(count('8:00 issued; 9:00 left'), 0)
    assert.equal(count('8:00 issued; 10:00 called 1; 10:00 undone; 18:00 closed'), 0)
    assert.equal(count('8:00 issued; 9:00 checked_in; 18:00 closed'), 1)
    assert.equal(count('8:00 issued; 10:00 called 1; 10:10 no_show'), 1)
  })

  test('a day that somebody forgot to end is served or a no-show, for nobody knows how long', ({
    assert,
  }) => {
    const ended = (log: string) => told(read({ log })[0])
    const start = '9:00 issued; 9:04 called 1'
    assert.match(ended(`${start}; 9:05 started; +1 0:01 closed`), /served: .*walked 1, served null/)
    assert.match(ended(`${start}; +1 0:01 closed`), /no_show: waited null/)
    assert.match(ended(`${start}; 9:05 started`), /open: waited 4, walked 1, served null/)
  })

  test('serving goes on over midnight', ({ assert }) => {
    const [visit] = read({ log: '23:50 issued; 23:58 called 1; +1 0:02 started; +1 0:20 finished' })
    assert.equal(told(visit), 'A 1 served: waited 8, walked 4, served 18, calls 1')
  })

  test('both clock changes: what passes is counted, not what the clock shows', ({ assert }) => {
    const spring: At = (time) => Date.parse('2027-03-27T23:00Z') + jump(time, -60) * MINUTE
    const autumn: At = (time) => Date.parse('2027-10-30T22:00Z') + jump(time, 60) * MINUTE
    const jump = (time: string, by: number) => minuteOf(time) + (minuteOf(time) >= 180 ? by : 0)
    const log = '1:50 issued; 3:10 called 1; 3:12 started; 3:20 finished'
    assert.match(told(read({ log }, spring)[0]), /waited 20, walked 2, served 8/)
    assert.match(told(read({ log }, autumn)[0]), /waited 140, walked 2, served 8/)
  })

  test('the range that was told holds with both ends, against the first call', ({ assert }) => {
    const told = (called: string) => {
      const rest = '9:40 absent; 9:50 called 1; 9:51 started; 9:55 finished'
      const [visit] = read({ log: `9:00 issued; ${called} called 1; ${rest}`, told: [10, 20] })
      return [visit.told!.inside, minutes(visit.told!.error)]
    }
    assert.deepEqual(told('9:09'), [false, 6])
    assert.deepEqual(told('9:10'), [true, 5])
    assert.deepEqual(told('9:15'), [true, 0])
    assert.deepEqual(told('9:20'), [true, 5])
    assert.deepEqual(told('9:21'), [false, 6])
  })

  test('an appointment was told at its check-in, before its first call', ({ assert }) => {
    const told = (before: string) => {
      const log = `8:00 issued; ${before}; 10:04 started; 10:09 finished`
      return read({ appointment: '10:00', log, told: [10, 20] })[0].told
    }
    assert.deepEqual(told('9:45 checked_in; 10:02 called 1'), { error: 2 * MINUTE, inside: true })
    assert.isNull(told('10:02 called 1'))
    assert.isNull(told('10:00 called 1; 10:01 absent; 10:02 checked_in; 10:03 called 1'))
  })
})
