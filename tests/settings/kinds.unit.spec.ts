import { test } from '@japa/runner'
import {
  booleanSetting,
  choiceSetting,
  listSetting,
  numberSetting,
  textSetting,
} from '#app/settings/domain/kinds'
import { settingText, settingVariable } from '#app/settings/domain/definition'

test.group('Kinds of settings', () => {
  test('a number is whole and within its limits', ({ assert }) => {
    const minutes = numberSetting('testing.minutes', { default: 10, min: 1, max: 30 })
    assert.deepEqual(minutes.parse('12'), { ok: true, value: 12 })
    assert.deepEqual(minutes.parse(30), { ok: true, value: 30 })
    assert.deepEqual(minutes.parse('0'), { ok: false, reason: 'too_small', limits: { min: 1 } })
    assert.deepEqual(minutes.parse('31'), { ok: false, reason: 'too_large', limits: { max: 30 } })
    assert.deepEqual(minutes.parse('1,5'), { ok: false, reason: 'not_whole', limits: {} })
    for (const bad of ['', 'ten', '1e3', '0x10', Number.NaN, null, undefined, [], {}]) {
      assert.deepEqual(minutes.parse(bad), { ok: false, reason: 'not_a_number', limits: {} })
    }
  })

  test('a number with a small step may be broken, with comma or point', ({ assert }) => {
    const factor = numberSetting('testing.factor', { default: 1, min: 0, max: 2, step: 0.1 })
    assert.deepEqual(factor.parse('1,5'), { ok: true, value: 1.5 })
    assert.deepEqual(factor.parse('1.5'), { ok: true, value: 1.5 })
  })

  test('a box that was not ticked is missing from a form and reads as off', ({ assert }) => {
    const on = booleanSetting('testing.on', { default: true })
    assert.deepEqual(on.parse(undefined), { ok: true, value: false })
    for (const yes of [true, 'true', '1', 'on'])
      assert.deepEqual(on.parse(yes), { ok: true, value: true })
    for (const no of [false, 'false', '0', 'off'])
      assert.deepEqual(on.parse(no), { ok: true, value: false })
    assert.deepEqual(on.parse('perhaps'), { ok: false, reason: 'malformed', limits: {} })
  })

  test('a text is trimmed, one line, and no longer than allowed', ({ assert }) => {
    const text = textSetting('testing.text', { default: '', maxLength: 5, required: true })
    assert.deepEqual(text.parse(' abc '), { ok: true, value: 'abc' })
    assert.deepEqual(text.parse('abcdef'), { ok: false, reason: 'too_long', limits: { max: 5 } })
    assert.deepEqual(text.parse(' '), { ok: false, reason: 'required', limits: {} })
    assert.deepEqual(text.parse('a\nb'), { ok: false, reason: 'malformed', limits: {} })
    assert.deepEqual(text.parse(7), { ok: false, reason: 'malformed', limits: {} })
  })

  test('a choice is one of its words', ({ assert }) => {
    const mode = choiceSetting('testing.mode', { default: 'slow', choices: ['slow', 'fast'] })
    assert.deepEqual(mode.parse('fast'), { ok: true, value: 'fast' })
    assert.deepEqual(mode.parse('constructor'), { ok: false, reason: 'not_a_choice', limits: {} })
  })

  test('a list reads lines, commas and arrays, without blanks and repeats', ({ assert }) => {
    const hosts = listSetting('testing.hosts', { default: [], maxItems: 2, pattern: /^[a-z.]+$/ })
    assert.deepEqual(hosts.parse('a.b\r\n\r\nc.d\n a.b'), { ok: true, value: ['a.b', 'c.d'] })
    assert.deepEqual(hosts.parse('a, b'), { ok: true, value: ['a', 'b'] })
    assert.deepEqual(hosts.parse(['a', ' b ']), { ok: true, value: ['a', 'b'] })
    assert.deepEqual(hosts.parse('a,b,c'), { ok: false, reason: 'too_many', limits: { max: 2 } })
    assert.deepEqual(hosts.parse('A!'), { ok: false, reason: 'malformed', limits: {} })
    assert.deepEqual(hosts.parse([7]), { ok: false, reason: 'malformed', limits: {} })
  })

  test('variable and label follow from the key', ({ assert }) => {
    const hold = numberSetting('queue-caller.recall_minutes', { default: 10, min: 1, max: 60 })
    assert.equal(settingVariable(hold), 'SETTING_QUEUE_CALLER_RECALL_MINUTES')
    assert.equal(settingText(hold, 'label'), 'queue-caller.settings.recall_minutes.label')
  })
})
