import type { Belief } from '../../shared/pipeline/beliefs.ts';
import type { BeliefWorking } from '../../shared/pipeline/calibration/belief-working.ts';
import { leavingCodes, qualifications } from '../../shared/pipeline/default-rates.ts';
import { isOtherRoute, routeCodes } from '../../shared/pipeline/route-rates.ts';
import { routeFacts, routes } from '../../shared/programmes/routes.ts';
import { parseStaffGroup } from '../../shared/staff/staff.ts';
import { formatNumber } from '../format/numbers.ts';
import { rateName } from './rate-names.ts';

/** One uncertain rate in words, with the parameters its prior rests on and what would tell more about it. */
export type BeliefFacts = {
  readonly id: string;
  /** Codes of the prior's mean and of what it is worth. */
  readonly codes: readonly string[];
  readonly label: string;
  readonly reading: 'share' | 'a-month' | 'a-year' | 'times';
  /** What to record: "when each PI role starts and ends". */
  readonly record: string;
};

const stageNames = ['PGCert', 'PGDip', 'Master’s'] as const;

const records = {
  course: 'the day and the reason of every withdrawal and interruption',
  goOn: 'for everybody with an award, whether they went on, and if not why',
  role: 'the first day of each Co-I and PI role on a delegation log',
  keep: 'the last day of each PI role, and whether its holder leads another study',
  leave: 'leavers, by sending the staff file each month',
} as const;

function staged(
  id: string,
  stage: number,
  code: string,
  rest: Pick<BeliefFacts, 'reading' | 'record'> & { readonly words: string },
): BeliefFacts {
  const own = `${code}_${qualifications[stage - 1] ?? ''}`;
  const { words, reading, record } = rest;
  return {
    id,
    codes: [`PIPELINE_${own}`, `PIPELINE_PRIOR_${own}`],
    label: `${words} ${stageNames[stage - 1] ?? ''}`,
    reading,
    record,
  };
}

/** ESR's name without the words that tell no group from another. */
function shortGroup(name: string): string {
  return name.replace(/ Registered$/, '').replace(/^Add Prof /, '');
}

function ofGroup(kind: 'ratio' | 'leave', id: string, name: string): BeliefFacts {
  const group = parseStaffGroup(name);
  if (kind === 'ratio') {
    return {
      id,
      codes: ['PIPELINE_PROFESSION_RATIO', 'PIPELINE_PRIOR_PROFESSION_RATIO_SIGMA'],
      label: `Roles: ${shortGroup(name)}`,
      reading: 'times',
      record: records.role,
    };
  }
  return {
    id,
    codes: [...(group === null ? [] : [`PIPELINE_${leavingCodes[group]}`]), 'PIPELINE_PRIOR_LEAVE'],
    label: `Leaving: ${shortGroup(name)}`,
    reading: 'a-year',
    record: records.leave,
  };
}

type RouteWords = readonly [mean: string, weight: string, BeliefFacts['reading'], record: string];

/** Codes of the prior of a rate of another route, before the route's own: mean, and what it is worth. */
const routeRates: Readonly<Record<string, RouteWords>> = {
  withdraw: ['ROUTE_WITHDRAW', 'ROUTE_WITHDRAW', 'share', records.course],
  interrupt: ['ROUTE_INTERRUPT', 'ROUTE_INTERRUPT', 'share', records.course],
  'enter-pgcert': ['ROUTE_ENTER_PGCERT', 'ROUTE_ENTER_PGCERT', 'share', records.goOn],
  coi: ['ROUTE_COI_RATE', 'ROUTE_ROLE', 'a-month', records.role],
  'pi-from-none': ['ROUTE_PI_FROM_NONE_RATE', 'ROUTE_ROLE', 'a-month', records.role],
  'pi-from-coi': ['ROUTE_PI_FROM_COI_RATE', 'ROUTE_ROLE', 'a-month', records.role],
};

/** A rate of another route: 'route-coi:doctoral'. Interrupting has one prior for all routes. */
function ofRoute(id: string, rate: string, name: string): BeliefFacts | null {
  const route = routes.filter(isOtherRoute).find((one) => one === name);
  const words = routeRates[rate];
  if (route === undefined || words === undefined) return null;
  const [mean, weight, reading, record] = words;
  const own = rate === 'interrupt' ? mean : `${mean}_${routeCodes[route]}`;
  const label = rateName(`PIPELINE_${own}`).label;
  return {
    id,
    codes: [`PIPELINE_${own}`, `PIPELINE_PRIOR_${weight}`],
    label: rate === 'interrupt' ? `${label}: ${routeFacts[route].name}` : label,
    reading,
    record,
  };
}

function plain(id: string, code: string, reading: BeliefFacts['reading'], record: string): BeliefFacts {
  const own = [`PIPELINE_${code}`, `PIPELINE_PRIOR_${code}`];
  return { id, codes: own, label: rateName(`PIPELINE_${code}`).label, reading, record };
}

/** A rate by the name the forecast calls it: 'withdraw-1', 'pi-from-coi-2', 'leave:Medical and Dental'. */
export function beliefFacts(id: string): BeliefFacts {
  const [kind = '', group] = id.split(':');
  if (group !== undefined && (kind === 'ratio' || kind === 'leave')) return ofGroup(kind, id, group);
  const route = group === undefined ? null : ofRoute(id, kind.replace(/^route-/, ''), group);
  if (route !== null) return route;
  const [, name = id, stage = '1'] = /^(.*)-(\d)$/.exec(id) ?? [];
  const at = Number(stage);
  switch (name) {
    case 'withdraw':
      return staged(id, at, 'WITHDRAW', {
        words: 'Withdraws from the',
        reading: 'share',
        record: records.course,
      });
    case 'interrupt':
      return staged(id, at, 'INTERRUPT', {
        words: 'Interrupts the',
        reading: 'share',
        record: records.course,
      });
    case 'go-on':
      return staged(id, at, 'GO_ON', { words: 'Goes on after the', reading: 'share', record: records.goOn });
    case 'coi':
      return staged(id, at, 'COI_RATE', {
        words: 'First Co-I role after the',
        reading: 'a-month',
        record: records.role,
      });
    case 'pi-from-none':
      return staged(id, at, 'PI_FROM_NONE_RATE', {
        words: 'PI straight away after the',
        reading: 'a-month',
        record: records.role,
      });
    case 'pi-from-coi':
      return staged(id, at, 'PI_FROM_COI_RATE', {
        words: 'Co-I to PI after the',
        reading: 'a-month',
        record: records.role,
      });
    case 'return':
      return plain(id, 'RETURN', 'share', records.course);
    case 'pi-role-loss':
      return plain(id, 'PI_ROLE_LOSS', 'a-year', records.keep);
    case 'pi-return':
      return plain(id, 'PI_RETURN', 'a-year', records.keep);
    case 'national':
      return {
        id,
        codes: ['PIPELINE_NATIONAL_SPREAD'],
        label: 'Roles: the whole nation',
        reading: 'times',
        record: records.role,
      };
    default:
      return { id, codes: [], label: id, reading: 'share', record: 'what happened' };
  }
}

/** A value of a rate: "5.2% a year", "× 0.77". */
export function beliefValue(value: number, { reading }: Pick<BeliefFacts, 'reading'>): string {
  if (reading === 'times') return `× ${formatNumber(value, 2)}`;
  const share = `${formatNumber(value * 100, value < 0.1 ? 1 : 0)}%`;
  if (reading === 'a-month') return `${share} a month`;
  return reading === 'a-year' ? `${share} a year` : share;
}

const units: Readonly<Record<BeliefWorking['unit'], string>> = {
  people: 'people',
  'person-months': 'person-months',
  'person-years': 'person-years',
};

/** The prior, and what the trust added to it: "Prior 30 + your 58 people". Without anything of the trust's: an assumption. */
export function basisInWords({ prior, priorWorth, yours, unit, id }: BeliefWorking): string | null {
  if (yours <= 0) return null;
  const own = `your ${formatNumber(yours, yours < 10 ? 1 : 0)} ${units[unit]}`;
  if (isRatio(id, prior)) return `Prior spread + ${own}`;
  return `Prior ${formatNumber(priorWorth, 0)} + ${own}`;
}

function isRatio(id: string, prior: Belief): boolean {
  return id.startsWith('ratio:') || prior.kind === 'log-normal';
}

/** What old cohorts count for: "counted as 41.3: older intakes count for less". */
export function weightInWords({ yours, weighted, events, censored, censoredUsed }: BeliefWorking): string {
  if (yours <= 0) return 'Nothing recorded yet';
  const seen = `${formatNumber(events, 0)} happened; counted as ${formatNumber(weighted, 1)}`;
  if (censored === 0) return seen;
  return `${seen}; ${formatNumber(censored, 0)} in mid-stage ${censoredUsed ? 'weighed by how far they came' : 'left out'}`;
}
