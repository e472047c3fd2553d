import { registry, routeTable } from '#core/platform'

const LEFT_OUT = '…'

/**
 * A kind of page as its address, with a dash of dots where a place, a service or a token stands:
 * `/booking/…/…`. All pages of a clinic are `/visits/…`.
 */
export function pageName(kind: string): string {
  const plugin = registry.plugins.find(({ id }) => id === kind)
  if (plugin) return `/${plugin.mount ?? plugin.id}/${LEFT_OUT}`
  const route = routeTable().find(({ name }) => name === kind)
  return route?.pattern.replaceAll(/:\w+\??/g, LEFT_OUT) ?? kind
}
