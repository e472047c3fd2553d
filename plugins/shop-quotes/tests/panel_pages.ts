/** Pages of the panel, with the demo's records, that are looked at in a browser. */
export const SHOP_PAGES: string[] = []
