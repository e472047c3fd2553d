/** The person served, with or without a login. */
export { createCustomer, type NewCustomer } from '#app/customers/actions/create_customer'
export { joinRecords } from '#app/customers/actions/join_records'
export { ownCustomer } from '#app/customers/actions/own_customer'
export { releaseRecords } from '#app/customers/actions/release_records'
export { fold } from '#app/customers/domain/fold'
export { Customer } from '#app/customers/models/customer'
export { customerOfUser } from '#app/customers/queries/customer_of_user'
export { searchCustomers, whereMatches } from '#app/customers/queries/search_customers'
