/** RFC 2606 reserves `.invalid`: demo people have such addresses, and no server will ever take them. */
export const isInvented = (address: string): boolean => /[@.]invalid$/i.test(address)
