import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';

/** The one clock of the server. Instants are UTC; `today` is the day in England. */
export type Clock = { readonly now: () => Date; readonly today: () => PlainDate };

const inEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** @param today overrides the day (not the instant), so that a demonstration or a test stands still. */
export function makeClock(today: PlainDate | null): Clock {
  return { now: () => new Date(), today: () => today ?? dayInEngland(new Date()) };
}

export function dayInEngland(instant: Date): PlainDate {
  const [day, month, year] = inEngland.format(instant).split('/');
  return asPlainDate(`${year ?? ''}-${month ?? ''}-${day ?? ''}`);
}
