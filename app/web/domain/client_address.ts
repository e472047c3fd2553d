import { BlockList, isIPv4, isIPv6 } from 'node:net'

const LOOPBACK = ['127.0.0.0/8', '::1/128']
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10']
const NAMED: Readonly<Record<string, readonly string[]>> = { loopback: LOOPBACK, private: PRIVATE }

/**
 * Says of an address whether it is one of the deployment's proxies, whose `X-Forwarded-*` headers
 * are believed. Entries are addresses, CIDR ranges, `loopback` or `private`. Throws on any other.
 */
export function trustedProxies(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const range of entries.flatMap((entry) => NAMED[entry] ?? [entry])) addRange(list, range)
  return (address) => {
    const plain = unmapped(address)
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  }
}

function addRange(list: BlockList, range: string): void {
  const [address, prefix] = range.split('/')
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (prefix === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(prefix), family)
}

/**
 * What a limit counts by: an IPv4 address, or the /64 network of an IPv6 address, since one
 * household or one attacker owns a whole /64.
 */
export function addressKey(address: string): string {
  const plain = unmapped(address)
  if (!isIPv6(plain)) return plain
  return `${ipv6Groups(plain).slice(0, 4).join(':')}::/64`
}

/** `::ffff:192.0.2.1` is how a dual-stack socket shows an IPv4 client. */
function unmapped(address: string): string {
  const plain = address.split('%')[0]
  const tail = plain.slice(plain.lastIndexOf(':') + 1)
  return plain.toLowerCase().startsWith('::ffff:') && isIPv4(tail) ? tail : plain
}

function ipv6Groups(address: string): string[] {
  const [head, tail] = address.toLowerCase().split('::')
  const front = head ? head.split(':') : []
  const back = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length
  return [...front, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...back].map((group) =>
    group.replace(/^0+(?=.)/, '')
  )
}
