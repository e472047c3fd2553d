import { test } from '@japa/runner'
import { inviteText, type CalendarInvite } from '#app/messaging/domain/calendar_invite'

const parties = {
  organizer: { name: 'Optica Luce', email: 'no-reply@desk.example' },
  attendee: { name: 'Anna Rossi', email: 'anna@example.org' },
  host: 'desk.example',
  stamp: Date.parse('2027-01-10T08:00:00Z'),
}

/** 09:30 in Rome on the Sunday when summer time begins: 07:30 UTC. */
const invite: CalendarInvite = {
  uid: 'x7Yp',
  sequence: 0,
  method: 'REQUEST',
  startsAt: Date.parse('2027-03-28T09:30:00+02:00'),
  endsAt: Date.parse('2027-03-28T10:30:00+02:00'),
  summary: 'Fitting, 60 min; first visit',
  location: 'Via Roma 1, Pisa',
}

/** Property name (with parameters) → value, long lines joined. */
function properties(text: string): Map<string, string> {
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  return new Map(lines.map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1)]))
}

test.group('Calendar invitation', () => {
  test('B10 asks with the times in UTC and no zone of the server', ({ assert }) => {
    const ics = properties(inviteText(invite, parties))
    assert.equal(ics.get('METHOD'), 'REQUEST')
    assert.equal(ics.get('UID'), 'x7Yp@desk.example')
    assert.equal(ics.get('SEQUENCE'), '0')
    assert.equal(ics.get('DTSTART'), '20270328T073000Z')
    assert.equal(ics.get('DTEND'), '20270328T083000Z')
    assert.equal(ics.get('DTSTAMP'), '20270110T080000Z')
    assert.equal(ics.get('STATUS'), 'CONFIRMED')
    assert.equal(ics.get('SUMMARY'), String.raw`Fitting\, 60 min\; first visit`)
    assert.equal(ics.get('LOCATION'), String.raw`Via Roma 1\, Pisa`)
  })

  test('B10 the sender of the mail organises, the recipient attends', ({ assert }) => {
    const text = inviteText(invite, parties).replaceAll(/\r\n[ \t]/g, '')
    assert.match(text, /^ORGANIZER;CN="Optica Luce":mailto:no-reply@desk\.example$/m)
    assert.match(text, /^ATTENDEE;.*CN="Anna Rossi":MAILTO:anna@example\.org$/im)
  })

  test('B10 a change moves the same entry with a higher sequence', ({ assert }) => {
    const moved = { ...invite, sequence: 1, startsAt: invite.startsAt + 3_600_000 }
    const ics = properties(inviteText(moved, parties))
    assert.equal(ics.get('METHOD'), 'REQUEST')
    assert.equal(ics.get('UID'), 'x7Yp@desk.example')
    assert.equal(ics.get('SEQUENCE'), '1')
    assert.equal(ics.get('DTSTART'), '20270328T083000Z')
  })

  test('B10 a cancellation takes the same entry away', ({ assert }) => {
    const ics = properties(inviteText({ ...invite, sequence: 2, method: 'CANCEL' }, parties))
    assert.equal(ics.get('METHOD'), 'CANCEL')
    assert.equal(ics.get('UID'), 'x7Yp@desk.example')
    assert.equal(ics.get('SEQUENCE'), '2')
    assert.equal(ics.get('STATUS'), 'CANCELLED')
  })

  test('a file for download publishes the entry and invites nobody', ({ assert }) => {
    const { organizer, host, stamp } = parties
    const text = inviteText(invite, { organizer, host, stamp })
    assert.equal(properties(text).get('METHOD'), 'PUBLISH')
    assert.notInclude(text, 'ATTENDEE')
  })

  test('no line is longer than 75 octets', ({ assert }) => {
    const long = { ...invite, description: 'ò'.repeat(300) }
    const lines = inviteText(long, parties).split('\r\n')
    assert.isAtMost(Math.max(...lines.map((line) => Buffer.byteLength(line))), 75)
  })

  test('what a customer typed cannot add properties', ({ assert }) => {
    const hostile = { ...invite, summary: 'x\r\nATTENDEE:mailto:evil@example.org' }
    const named = { ...parties, attendee: { name: 'A"\r\nX-EVIL:1', email: 'a@example.org' } }
    const text = inviteText(hostile, named).replaceAll(/\r\n[ \t]/g, '')
    assert.notMatch(text, /^ATTENDEE:mailto:evil/m)
    assert.notMatch(text, /^X-EVIL/m)
  })
})
