import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts';
import { monthOf, type Month } from '../../calendar/month.ts';
import {
  academicYearOf,
  firstDayOfAcademicYear,
  lastDayOfAcademicYear,
  nextAcademicYear,
} from '../../calendar/years.ts';
import { parseAgeBand } from '../retirement.ts';
import { added, byPerson, leftOn, type RegisterFacts } from './register-facts.ts';
import type { Spell, TrustHistory } from './trust-history.ts';

const daysAMonth = 365.25 / 12;

/** From this age on retirement has its own rates, on top of leaving. */
const retirementFrom = 55;

/** Days of [from, to], and whether they ended in an event on the last. */
type Stretch = { readonly from: PlainDate; readonly to: PlainDate; readonly event: boolean };

/** Whole days, so that a sum is the same in any order. */
type DaySpell = { readonly cohort: Month; readonly days: number; readonly events: number };

/** A stretch by academic year; the event falls in the last. */
function byYear({ from, to, event }: Stretch): DaySpell[] {
  const spells: DaySpell[] = [];
  for (let year = academicYearOf(from); firstDayOfAcademicYear(year) <= to; year = nextAcademicYear(year)) {
    const [first, last] = [firstDayOfAcademicYear(year), lastDayOfAcademicYear(year)];
    const [start, end] = [first > from ? first : from, last < to ? last : to];
    const cohort: Month = monthOf(first);
    spells.push({ cohort, days: daysBetween(start, end) + 1, events: event && end === to ? 1 : 0 });
  }
  return spells;
}

function addSpells<T extends DaySpell>(a: T, b: T): T {
  return { ...a, days: a.days + b.days, events: a.events + b.events };
}

function inMonths<T extends DaySpell>({ days, ...spell }: T): Omit<T, 'days'> & { readonly months: number } {
  return { ...spell, months: days / daysAMonth };
}

function spellsOf(stretches: readonly Stretch[]): Spell[] {
  const spells = stretches.filter(({ from, to }) => from <= to).flatMap(byYear);
  return added(spells, ({ cohort }) => cohort, addSpells).map(inMonths);
}

type Held = { readonly from: PlainDate; readonly to: PlainDate | null };

/** Stretches that touch are one: another study took the place of the one that closed. */
function joined(held: readonly Held[]): Held[] {
  const sorted = [...held].sort((a, b) => (a.from < b.from ? -1 : 1));
  const result: Held[] = [];
  for (const one of sorted) {
    const last = result.at(-1);
    if (last !== undefined && (last.to === null || addDays(last.to, 1) >= one.from)) {
      const to = last.to === null || one.to === null ? null : one.to > last.to ? one.to : last.to;
      result[result.length - 1] = { from: last.from, to };
    } else result.push(one);
  }
  return result;
}

/** The days one person was PI, up to a day; the last day of a role is the day before its study closes. */
function piHeld(
  entries: RegisterFacts['entries'],
  closedOn: ReadonlyMap<string, PlainDate | null>,
  asAt: PlainDate,
): Held[] {
  const held = entries.flatMap(({ role, startedOn, endedOn, studyId }): Held[] => {
    if (role !== 'pi' || startedOn > asAt) return [];
    const closed = closedOn.get(studyId) ?? null;
    const lastOpen = closed === null ? null : addDays(closed, -1);
    const to = endedOn !== null && (lastOpen === null || endedOn < lastOpen) ? endedOn : lastOpen;
    if (to !== null && to < startedOn) return [];
    return [{ from: startedOn, to: to !== null && to < asAt ? to : null }];
  });
  return joined(held);
}

type PiStretches = { readonly inRole: readonly Stretch[]; readonly lapsed: readonly Stretch[] };

/** A role that ended because the person left the trust is no role given up, and nobody can return to it. */
function piStretches(held: readonly Held[], last: PlainDate): PiStretches {
  const known = held.filter(({ from }) => from <= last);
  const inRole = known.map(({ from, to }) => {
    const givenUp = to !== null && to < last;
    return { from, to: givenUp ? to : last, event: givenUp };
  });
  const lapsed = known.flatMap(({ to }, index) => {
    if (to === null || to >= last) return [];
    const back = known[index + 1]?.from ?? null;
    return [{ from: addDays(to, 1), to: back ?? last, event: back !== null }];
  });
  return { inRole, lapsed };
}

/** How long people were PI and how often they gave the role up; how long roles had lapsed and how often they returned. */
export function piHistoryOf(facts: RegisterFacts): Pick<TrustHistory, 'piRoles' | 'piLapsed'> {
  const posts = new Map(facts.posts.map((post) => [post.personId, post]));
  const closedOn = new Map(facts.studies.map(({ id, closedOn: closed }) => [id, closed]));
  const stretches = [...byPerson(facts.entries)].map(([personId, entries]) => {
    const last = leftOn(posts.get(personId), facts.asAt) ?? facts.asAt;
    return piStretches(piHeld(entries, closedOn, facts.asAt), last);
  });
  return {
    piRoles: spellsOf(stretches.flatMap(({ inRole }) => inRole)),
    piLapsed: spellsOf(stretches.flatMap(({ lapsed }) => lapsed)),
  };
}

function mayRetire(ageBand: string | null): boolean {
  const band = ageBand === null ? null : parseAgeBand(ageBand);
  return band !== null && (band.to ?? Infinity) >= retirementFrom;
}

/** People of one staff group who were in post over the same days. */
type Alike = { readonly stretch: Stretch; readonly group: string; people: number };

/** Most people were there all the time, so that few stretches are left to be split by year. */
function alikeInPost({ posts, asAt }: RegisterFacts, seenFrom: PlainDate): Alike[] {
  const alike = new Map<string, Alike>();
  for (const post of posts) {
    const gone = leftOn(post, asAt);
    const stretch = {
      from: post.from > seenFrom ? post.from : seenFrom,
      to: gone ?? asAt,
      event: gone !== null,
    };
    if (stretch.to < stretch.from || mayRetire(post.ageBand)) continue;
    const key = `${stretch.from} ${stretch.to} ${stretch.event} ${post.staffGroup}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { stretch, group: post.staffGroup, people: 1 });
    else known.people += 1;
  }
  return [...alike.values()];
}

/**
 * Time in post by staff group and who left in it, since leavers are seen: people already gone by then are in no file,
 * and counting those who stayed would make nobody leave. People of an age to retire are left out.
 */
export function leavingHistoryOf(facts: RegisterFacts): TrustHistory['leaving'] {
  const { staffSeenFrom } = facts;
  if (staffSeenFrom === null) return [];
  const rows = alikeInPost(facts, staffSeenFrom).flatMap(({ stretch, group, people }) =>
    byYear(stretch).map(({ cohort, days, events }) => ({
      cohort,
      days: days * people,
      events: events * people,
      group,
    })),
  );
  return added(rows, ({ cohort, group }) => `${cohort} ${group}`, addSpells).map(inMonths);
}
