/** What must be whole of every booking, whenever a process ended: said in SQL. */
export const HALVES: Record<string, string> = {
  'a reservation is confirmed without an appointment': `
    select r.id from scheduling_reservations r where r.owner = 'booking' and r.state = 'confirmed'
      and not exists (select 1 from booking_appointments a where a.reservation_id = r.id)`,
  'an appointment has no confirmed reservation': `
    select a.id from booking_appointments a where not exists (
      select 1 from scheduling_reservations r
      where r.id = a.reservation_id and r.state = 'confirmed' and r.customer_id = a.customer_id)`,
  'an appointment has no ticket mail': `
    select a.id from booking_appointments a where not exists (
      select 1 from messaging_mails m where m.template = 'booking.ticket'
        and m.about_object = 'booking.appointment' and m.about_id = a.id)`,
  'an appointment has two ticket mails': `
    select about_id from messaging_mails
    where template = 'booking.ticket' and about_object = 'booking.appointment'
    group by about_id having count(*) > 1`,
  'a queued mail has no job that delivers it': `
    select m.id from messaging_mails m where m.state in ('queued', 'sending') and not exists (
      select 1 from jobs_jobs j where j.dedupe_key = 'mail:' || m.id
        and j.state in ('waiting', 'running'))`,
  'an appointment has no audit row': `
    select a.id from booking_appointments a where not exists (
      select 1 from audit_entries e where e.object = 'booking.appointment'
        and e.action = 'booking.booked' and e.object_id = cast(a.id as text))`,
  'an appointment and its draft disagree': `
    select d.id from booking_drafts d join booking_appointments a on a.id = d.appointment_id
    where d.reservation_id is null or d.reservation_id <> a.reservation_id`,
  'a customer was made for no appointment': `
    select c.id from customers_customers c where not exists (
      select 1 from booking_appointments a where a.customer_id = c.id)`,
  'numbers of a day have a gap': `
    select location_id, day from scheduling_reservations where number is not null
    group by location_id, day having cast(substr(max(number), 3) as integer) <> count(*)`,
}
