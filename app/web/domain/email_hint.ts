/** Where most people of our eight languages have their mailbox. */
const DOMAINS = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.es',
  'hotmail.it',
  'hotmail.fr',
  'hotmail.de',
  'outlook.com',
  'outlook.es',
  'outlook.it',
  'outlook.fr',
  'outlook.de',
  'yahoo.com',
  'yahoo.es',
  'yahoo.it',
  'yahoo.fr',
  'yahoo.de',
  'icloud.com',
  'live.com',
  'msn.com',
  'libero.it',
  'virgilio.it',
  'tiscali.it',
  'alice.it',
  'tim.it',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'freenet.de',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'wanadoo.fr',
  'sfr.fr',
  'telefonica.net',
  'sapo.pt',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'interia.pl',
  'gazeta.pl',
  'proton.me',
  'protonmail.com',
]
const KNOWN = new Set(DOMAINS)

/**
 * The address that was probably meant, or null when nothing looks mistyped. A hint beside the
 * field, never a refusal: `ana@gmial.com` → `ana@gmail.com`, `ana@gmail.con` → `ana@gmail.com`.
 */
export function emailHint(address: string): string | null {
  const at = address.lastIndexOf('@')
  if (at < 1 || address.length > 254) return null
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase()
  if (domain.length < 4 || KNOWN.has(domain)) return null
  const meant = DOMAINS.find((known) => isOneSlipAway(domain, known))
  return meant ? `${address.slice(0, at)}@${meant}` : null
}

/**
 * One letter missing, added, changed, or two neighbours swapped. The first letter must be right:
 * `mail.com` is a real provider and no slip for `gmail.com`.
 */
function isOneSlipAway(typed: string, known: string): boolean {
  if (typed[0] !== known[0] || Math.abs(typed.length - known.length) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === known[start]) start++
  const rest = (text: string, from: number) => text.slice(start + from)
  if (rest(typed, 1) === rest(known, 1)) return !isOtherCountry(typed, known, start)
  if (rest(typed, 1) === rest(known, 0) || rest(typed, 0) === rest(known, 1)) return true
  const swapped = typed[start] === known[start + 1] && typed[start + 1] === known[start]
  return swapped && rest(typed, 2) === rest(known, 2)
}

/** `hotmail.ch` is not a slip for `hotmail.de`: two-letter endings are countries. */
function isOtherCountry(typed: string, known: string, at: number): boolean {
  const ending = known.lastIndexOf('.') + 1
  return at >= ending && known.length - ending === 2 && typed.length === known.length
}
