import { resource, stateCell, type Action, type BadgeState, type Viewer } from '#core/admin'
import { LOCALE_NAMES } from '#core/organisation'
import { settleReport } from '#app/feedback/actions/settle_report'
import { Report, REPORT_STATES, type ReportState } from '#app/feedback/models/report'

const STATES: Record<ReportState, BadgeState> = { open: 'waiting', answered: 'ended' }
const SHORT = 80

/** Barriers that people told of. They are read and answered; nobody changes what was written. */
export const reports = resource({
  id: 'feedback.reports',
  model: Report,
  permission: { view: 'feedback.view', manage: null },
  personal: true,
  icon: 'message-square-warning',
  count: {
    words: 'feedback.admin.reports.open',
    keep: (query) => void query.where('state', 'open'),
  },
  label: headline,
  list: {
    columns: [
      { name: 'createdAt', sort: true },
      { name: 'problem', value: headline, strong: true },
      { name: 'page' },
      { name: 'email', sort: true },
      { name: 'state', value: stateOf, sort: true },
    ],
    search: ['problem', 'page', 'name', 'email'],
    filters: [
      { name: 'state', kind: 'choice', choices: REPORT_STATES },
      { name: 'createdAt', kind: 'dates' },
    ],
    defaultSort: '-createdAt',
  },
  show: {
    columns: [
      { name: 'state', value: stateOf },
      { name: 'problem' },
      { name: 'page' },
      { name: 'name' },
      { name: 'email' },
      { name: 'locale', value: ({ locale }) => LOCALE_NAMES[locale] },
      { name: 'createdAt' },
      { name: 'answeredAt' },
    ],
  },
  actions: [
    settling({ id: 'answer', to: 'answered', icon: 'check', next: true, on: ['row', 'bulk'] }),
    settling({ id: 'reopen', to: 'open', icon: 'undo-2', on: ['row'] }),
  ],
})

function headline({ problem }: Report): string {
  const line = problem.replaceAll(/\s+/g, ' ').trim()
  return line.length > SHORT ? `${line.slice(0, SHORT).trimEnd()}…` : line
}

function stateOf({ state }: Report, viewer: Viewer) {
  return stateCell(STATES[state], viewer.t(`feedback.states.${state}`))
}

type Settling = Pick<Action<Report>, 'id' | 'icon' | 'next' | 'on'> & { to: ReportState }

function settling({ to, ...action }: Settling): Action<Report> {
  return {
    ...action,
    permission: 'feedback.answer',
    when: ({ state }) => state !== to,
    whyNot: () => `feedback.admin.reports.said.already_${to}`,
    async run({ record, viewer }) {
      const settled = await settleReport(record, to, viewer.actor)
      return settled.ok
        ? { ok: true, notice: `feedback.admin.reports.said.${to}` }
        : { ok: false, reason: `feedback.admin.reports.said.${settled.reason}` }
    },
  }
}
