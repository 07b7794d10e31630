import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import type { BursaryRound } from './bursary-rules.ts';
import type { TrustSource } from './source.ts';

/** A day of a funder's that lies ahead. */
export type FundingDeadline = {
  /** The same deadline has the same key on every reading. */
  readonly key: string;
  readonly on: PlainDate;
  readonly daysLeft: number;
  /** "NIHR bursary 2027/28". */
  readonly about: string;
  readonly what: string;
};

type Dated = Omit<FundingDeadline, 'daysLeft'>;

function ofRound({ academicYear, opensOn, closesOn, offersOn, acceptBy }: BursaryRound): Dated[] {
  const days = [
    { what: 'Opens', on: opensOn },
    { what: 'Closes: applications are in', on: closesOn },
    { what: 'Offers are made', on: offersOn },
    { what: 'Offers are accepted', on: acceptBy },
  ];
  return days.flatMap(({ what, on }): Dated[] =>
    on === null ? [] : [{ key: `${academicYear} ${what}`, on, what, about: `NIHR bursary ${academicYear}` }],
  );
}

/** Days of money that the trust entered an amount for; of the rest nothing is lost by a day. */
function ofSource({ key, name, financialYear, claimDates, spendBy, amountPence }: TrustSource): Dated[] {
  if (amountPence === null) return [];
  const about = `${name} ${financialYear}`;
  const claims = claimDates.map((on) => ({ key: `${key} claim ${on}`, on, about, what: 'Claim the money' }));
  return spendBy === null
    ? claims
    : [...claims, { key: `${key} spend ${spendBy}`, on: spendBy, about, what: 'Spend the money' }];
}

/** Every day of a round or of a source's money that lies ahead, soonest first. */
export function fundingDeadlines(
  rounds: readonly BursaryRound[],
  sources: readonly TrustSource[],
  today: PlainDate,
): readonly FundingDeadline[] {
  return [...rounds.flatMap(ofRound), ...sources.flatMap(ofSource)]
    .filter(({ on }) => on >= today)
    .map((one) => ({ ...one, daysLeft: daysBetween(today, one.on) }))
    .sort((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? -1 : 1));
}
