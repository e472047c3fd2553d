import { setTimeout as sleep } from 'node:timers/promises'
import { sessionUser } from '#core/accounts'
import { noteSeen, stillPaired } from '#core/devices'
import { CLOSE, type LiveSocket } from '#app/live/live_socket'

/** So many devices are looked at, then others have their turn for a while: a click does not wait. */
const AT_ONCE = 50
const PAUSE_MS = 20

/** Ends the sockets of sessions that ended and of users who were disabled. */
export async function checkSessions(sockets: LiveSocket[], isReconsidering: boolean) {
  const signedIn = sockets.filter((socket) => socket.sessionId !== null)
  for (const [sessionId, own] of Map.groupBy(signedIn, (socket) => socket.sessionId!)) {
    const user = await sessionUser(sessionId)
    for (const socket of own) {
      socket.user = user
      if (!user) await signOut(socket)
      else if (isReconsidering) await socket.reconsider()
    }
  }
}

/** A screen goes on when whoever set it up there signs out, with what it may see by itself. */
async function signOut(socket: LiveSocket): Promise<void> {
  if (socket.device === null) return socket.close(CLOSE.signedOut)
  socket.sessionId = null
  await socket.reconsider()
}

/** Ends the sockets of revoked devices; the others are there, and may show something else now. */
export async function checkDevices(sockets: LiveSocket[], isReconsidering: boolean) {
  const ofDevices = sockets.filter(({ device }) => device !== null)
  const byId = [...Map.groupBy(ofDevices, ({ device }) => device!.id)]
  for (let at = 0; at < byId.length; at += AT_ONCE) {
    await checkSome(byId.slice(at, at + AT_ONCE), isReconsidering)
    await sleep(PAUSE_MS, undefined, { ref: false })
  }
}

async function checkSome(byId: [number, LiveSocket[]][], isReconsidering: boolean) {
  const paired = await stillPaired(byId.map(([id]) => id))
  for (const [id, own] of byId) {
    const device = paired.get(id)?.device ?? null
    for (const socket of own) {
      const hasMoved = device?.subjectId !== socket.device?.subjectId
      socket.device = device
      if (!device) socket.close(CLOSE.revoked)
      else if (hasMoved || isReconsidering) await socket.reconsider()
    }
  }
  await noteSeen([...paired].map(([id, { lastSeenAt }]) => ({ id, lastSeenAt })))
}
