import { defineJob, defineSchedule } from '#core/jobs'
import { chainEntries } from '#app/audit/actions/chain_entries'
import { verifyChain } from '#app/audit/actions/verify_chain'

export const Chain = defineJob<object>({
  id: 'audit.chain',
  handle: async () => void (await chainEntries()),
})

export const chainOften = defineSchedule({
  id: 'audit.chain',
  cron: '*/5 * * * *',
  job: Chain,
  payload: {},
})

export const Verify = defineJob<object>({
  id: 'audit.verify',
  handle: async () => void (await verifyChain()),
})

export const verifyNightly = defineSchedule({
  id: 'audit.verify',
  cron: '27 3 * * *',
  job: Verify,
  payload: {},
})
