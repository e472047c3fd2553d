import { OutboxMail } from '#app/messaging/models/outbox_mail'

type Subject = { object: string; id: number }

/** The latest mails about any of these things, newest first. */
export function mailsAbout(subjects: readonly Subject[], limit: number): Promise<OutboxMail[]> {
  const query = OutboxMail.query().orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit)
  for (const [object, same] of Map.groupBy(subjects, (subject) => subject.object)) {
    const ids = same.map(({ id }) => id)
    void query.orWhere((any) => void any.where('aboutObject', object).whereIn('aboutId', ids))
  }
  return query.exec()
}
