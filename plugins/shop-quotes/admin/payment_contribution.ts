import type { AdminContribution } from '#core/admin'
import { bankLines } from '#plugins/shop-quotes/admin/bank_lines'
import { payments } from '#plugins/shop-quotes/admin/payments'
import { tasks } from '#plugins/shop-quotes/admin/tasks'

export const paymentAdmin = {
  resources: [tasks, payments, bankLines],
  pages: [],
  menu: [
    {
      route: 'shop-quotes.bank_imports.create',
      title: 'shop-quotes.bank_import.title',
      permission: 'shop-quotes.work',
      icon: 'upload',
    },
  ],
} satisfies AdminContribution
