import { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import { aCategory, aService } from '#plugins/shop-quotes/tests/catalogue'
import type { RecordMakers } from '#tests/kit/record_matrix'

let year = 2101

/** How to get a record for every route of the panel about the catalogue. */
export const catalogueRecords: RecordMakers = {
  'shop-quotes.services': {
    make: async ({ id: locationId, name }) => {
      const { id } = await aService({ locationId, name: { en: name } })
      return { id }
    },
    another: async () => ({ slug: `another-${++year}` }),
  },
  'shop-quotes.categories': {
    everywhere: true,
    make: async () => ({ id: (await aCategory()).id }),
    another: async () => ({ slug: `another-${++year}` }),
  },
  'shop-quotes.tax_rates': {
    everywhere: true,
    another: async () => ({ validFrom: `${++year}-01-01`, validTo: `${year}-01-01` }),
    make: async () => {
      const day = `${++year}-01-01`
      const days = { validFrom: day, validTo: day }
      const own = { country: 'ES', taxClass: 'zero', rateBp: 0, exemption: null } as const
      return { id: (await TaxRate.create({ ...own, ...days })).id }
    },
  },
}
