/** The list of orders in the panel. */
export const ORDERS = 'shop-quotes.orders'
