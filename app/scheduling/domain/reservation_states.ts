export type ReservationState = 'held' | 'pending' | 'confirmed' | 'released' | 'expired'
export type ReservationOutcome = 'arrived' | 'served' | 'no_show'
