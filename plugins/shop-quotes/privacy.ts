import { dataMap, notPersonal, personal } from '#core/privacy'

const contract = { purpose: 'service', basis: 'contract', retention: { months: 36 } } as const
const TAX = 'Papers that the tax office may ask for name whom they were made out to.'
/** What papers are made of is kept as long as the tax office may ask for it. */
const papers = {
  purpose: 'billing',
  basis: 'legal_obligation',
  retention: { months: 120 },
} as const
const VERSIONED = notPersonal('id', 'created_at', 'updated_at', 'version')

export default dataMap({
  shop_quotes_categories: {
    ...notPersonal('slug', 'parent_id', 'name', 'description', 'position', 'active'),
    ...VERSIONED,
  },
  shop_quotes_tax_rates: {
    ...notPersonal('country', 'tax_class', 'rate_bp', 'exemption', 'valid_from', 'valid_to'),
    ...VERSIONED,
  },
  shop_quotes_services: {
    ...notPersonal('public_id', 'slug', 'category_id', 'location_id', 'name', 'summary'),
    ...notPersonal('description', 'price_mode', 'price_minor', 'basis', 'tax_class', 'form_id'),
    ...notPersonal('bookable_service_id', 'withdrawal_class', 'most', 'available_from'),
    ...notPersonal('available_to', 'position', 'active', 'words', 'alternative'),
    ...VERSIONED,
  },
  shop_quotes_billing_profiles: {
    ...notPersonal('public_id', 'is_default'),
    ...personal({ ...contract, export: true, erase: 'delete' }, 'user_id', 'billing'),
    ...VERSIONED,
  },
  shop_quotes_carts: {
    ...notPersonal('public_id', 'kind', 'state', 'token_hash', 'billing_profile_id'),
    ...personal({ ...contract, export: true, erase: 'delete' }, 'user_id'),
    ...VERSIONED,
  },
  shop_quotes_filled_forms: {
    ...notPersonal('public_id', 'form_version_id'),
    ...personal({ ...contract, export: true, erase: 'blank' }, 'answers'),
    ...VERSIONED,
  },
  shop_quotes_cart_lines: {
    ...notPersonal('public_id', 'cart_id', 'service_id', 'quantity', 'filled_form_id'),
    ...notPersonal('seen_price'),
    ...VERSIONED,
  },
  shop_quotes_terms: notPersonal('id', 'digest', 'locale', 'text', 'created_at'),
  shop_quotes_quotes: {
    ...notPersonal('public_id', 'number', 'location_id', 'cart_id', 'state', 'last_day'),
    ...notPersonal('current_version_id', 'expires_at', 'assignee_id', 'acceptance', 'sent_at'),
    ...notPersonal('ended_at', 'changed_at'),
    ...personal({ ...contract, export: true, erase: 'pseudonymise' }, 'customer_id', 'locale'),
    ...personal({ ...contract, export: true, erase: 'blank' }, 'message'),
    ...VERSIONED,
  },
  shop_quotes_quote_templates: {
    ...notPersonal('name', 'intro', 'conditions', 'reply', 'lines', 'position', 'active'),
    ...VERSIONED,
  },
  shop_quotes_wishes: {
    ...notPersonal('id', 'public_id', 'quote_id', 'position', 'service_id', 'name', 'quantity'),
    ...notPersonal('filled_form_id'),
  },
  shop_quotes_quote_versions: {
    ...notPersonal('public_id', 'quote_id', 'number', 'last_day', 'currency', 'totals'),
    ...notPersonal('whole_discount_bp', 'total_minor', 'digest', 'sent_at', 'sent_by_id'),
    ...personal({ ...contract, export: true, erase: 'blank' }, 'intro', 'conditions'),
    ...VERSIONED,
  },
  shop_quotes_quote_lines: {
    ...notPersonal('id', 'public_id', 'quote_version_id', 'position', 'service_id', 'wish_id'),
    ...notPersonal('quantity', 'unit_price_minor', 'basis', 'discount_bp', 'tax_class'),
    ...notPersonal('rate_bp', 'exemption', 'optional', 'amount_minor'),
    ...personal({ ...papers, export: true, erase: 'keep', because: TAX }, 'description'),
  },
  shop_quotes_orders: {
    ...notPersonal('public_id', 'number', 'location_id', 'cart_id', 'quote_version_id', 'state'),
    ...notPersonal('currency', 'totals', 'net_minor', 'total_minor', 'paid_minor'),
    ...notPersonal(
      'repaid_minor',
      'withdrawn_minor',
      'payment_state',
      'method',
      'reference',
      'terms_id'
    ),
    ...notPersonal('early_start_at', 'last_day', 'expires_at', 'assignee_id', 'paid_at'),
    ...notPersonal('ended_at', 'changed_at'),
    ...personal({ ...papers, export: true, erase: 'pseudonymise' }, 'customer_id', 'locale'),
    ...personal({ ...papers, export: true, erase: 'keep', because: TAX }, 'billing'),
    ...personal({ ...contract, export: true, erase: 'blank' }, 'outcome'),
    ...VERSIONED,
  },
  shop_quotes_order_lines: {
    ...notPersonal('id', 'public_id', 'order_id', 'position', 'service_id', 'name', 'quantity'),
    ...notPersonal('unit_price_minor', 'basis', 'discount_bp', 'tax_class', 'rate_bp'),
    ...notPersonal('exemption', 'amount_minor', 'net_minor', 'tax_minor', 'filled_form_id'),
    ...notPersonal('withdrawal_class', 'bookable_service_id', 'reservation_id'),
  },
  shop_quotes_payments: {
    ...notPersonal('public_id', 'order_id', 'method', 'state', 'amount_minor', 'currency'),
    ...notPersonal('provider_reference', 'provider_url', 'settled_at', 'value_day'),
    ...notPersonal('recorded_by_id'),
    ...personal({ ...papers, export: true, erase: 'blank' }, 'note'),
    ...VERSIONED,
  },
  shop_quotes_bank_lines: {
    ...notPersonal('public_id', 'digest', 'day', 'amount_minor', 'currency', 'order_id'),
    ...notPersonal('payment_id', 'matched_at'),
    ...personal({ ...papers, export: true, erase: 'keep', because: TAX }, 'payer', 'purpose'),
    ...VERSIONED,
  },
  shop_quotes_tasks: {
    ...notPersonal('public_id', 'kind', 'order_id', 'location_id', 'payment_id', 'bank_line_id'),
    ...notPersonal('details', 'done_at', 'done_by_id'),
    ...personal({ ...contract, export: true, erase: 'blank' }, 'decision'),
    ...VERSIONED,
  },
  shop_quotes_provider_events: {
    ...notPersonal('id', 'provider', 'event_id', 'kind', 'payment_id', 'received_at'),
  },
  shop_quotes_refunds: {
    ...notPersonal('public_id', 'order_id', 'payment_id', 'method', 'state', 'amount_minor'),
    ...notPersonal('currency', 'value_day', 'provider_reference', 'made_at', 'recorded_by_id'),
    ...personal({ ...papers, export: true, erase: 'blank' }, 'reason'),
    ...VERSIONED,
  },
  shop_quotes_documents: {
    ...notPersonal('id', 'public_id', 'series', 'year', 'nth', 'number', 'kind', 'order_id'),
    ...notPersonal('refund_id', 'issued_on', 'locale', 'total_minor', 'created_at'),
    ...personal({ ...papers, export: true, erase: 'keep', because: TAX }, 'content'),
  },
  shop_quotes_number_checks: notPersonal('id', 'checked_at', 'missing'),
  shop_quotes_withdrawals: {
    ...notPersonal('public_id', 'order_id', 'line_ids', 'gross_minor', 'performed_bp'),
    ...personal({ ...papers, export: true, erase: 'keep', because: TAX }, 'name', 'email'),
    ...VERSIONED,
  },
  shop_quotes_entries: {
    ...notPersonal('id', 'public_id', 'order_id', 'quote_id', 'deed', 'from_state', 'to_state'),
    ...notPersonal('changes', 'actor_kind', 'actor_id', 'created_at'),
    ...personal({ ...contract, export: true, erase: 'blank' }, 'text'),
  },
})
