import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import type { TeamRow } from '../../shared/imports/team-rules.ts';
import { registeredMinutes } from './capacity.ts';
import type { TeamOutline } from './organisation.ts';
import { plannedMinimum, type Minimum } from './planned-minimum.ts';
import { randomFor, type Random } from './random.ts';
import type { StaffRow } from './staff-row.ts';
import type { TeamPlace } from './team-places.ts';
import { wardSeven, wardSevenUnavailability } from './ward-seven.ts';

export type TeamPlan = {
  readonly seed: string;
  readonly dataCut: PlainDate;
  readonly places: readonly TeamPlace[];
};

/** How a team plans its cover: minutes a week and basis points. */
type CoverPolicy = Pick<
  TeamRow,
  | 'temporaryCoverMinutes'
  | 'studyHeadroomMinutes'
  | 'unavailabilityIncludesStudy'
  | 'unavailabilityBp'
  | 'unavailabilitySdBp'
  | 'shiftMinutes'
  | 'coverBand'
  | 'coverRates'
  | 'backfillBp'
  | 'fillBp'
>;

const longDay = 690;
const clinicDay = 450;

/** The teams of a trust with planned minimums that fit the staff and learners they have. */
export function generateTeams(
  plan: TeamPlan,
  staff: readonly StaffRow[],
  learners: readonly LearnerRow[],
): TeamRow[] {
  const random = randomFor(plan.seed, 'teams');
  const contracted = registeredMinutes(staff, plan.dataCut);
  const released = releasedNow(staff, learners);
  return plan.places.map((place) => {
    const { name } = place.outline;
    const policy = policyOf(place.outline, random);
    const facts = { contracted: contracted.get(name) ?? 0, released: released.get(name) ?? 0 };
    return {
      ...identityOf(place),
      ...minimumOf(place.outline, policy, facts, plan.dataCut, random),
      ...policy,
    };
  });
}

/** Minutes a week that people on a course now are released, by team. */
function releasedNow(staff: readonly StaffRow[], learners: readonly LearnerRow[]): Map<string, number> {
  const teamOf = new Map(staff.map((row) => [row.employeeNumber, row.team]));
  const minutes = new Map<string, number>();
  for (const { employeeNumber, status, weeklyReleaseMinutes } of learners) {
    const team = teamOf.get(employeeNumber);
    if (team === undefined || status !== 'enrolled') continue;
    minutes.set(team, (minutes.get(team) ?? 0) + (weeklyReleaseMinutes ?? 0));
  }
  return minutes;
}

function identityOf(place: TeamPlace): Pick<TeamRow, 'name' | 'division' | 'type' | 'sources'> {
  const { name, division, type } = place.outline;
  const orgs = place.orgs.map(({ orgL6, orgL7 }, index) => ({
    kind: 'org' as const,
    code: orgL7 ?? orgL6,
    rank: index + 1,
  }));
  const costCentres = place.ownsCostCentre
    ? [{ kind: 'cost-centre' as const, code: place.costCentre, rank: 1 }]
    : [];
  const rosterUnits =
    place.rosterUnit === null ? [] : [{ kind: 'roster-unit' as const, code: place.rosterUnit, rank: 1 }];
  return { name, division, type, sources: [...orgs, ...costCentres, ...rosterUnits] };
}

function isWardSeven({ nurseHours }: TeamOutline): boolean {
  return nurseHours !== undefined;
}

function policyOf(outline: TeamOutline, random: Random): CoverPolicy {
  if (isWardSeven(outline)) return wardSevenPolicy();
  switch (outline.type) {
    case 'rostered-round-the-clock':
      return wardPolicy(outline, random);
    case 'clinic-or-list':
      return clinicPolicy(random);
    case 'not-rostered':
      return absorbed(outline);
  }
}

function wardSevenPolicy(): CoverPolicy {
  const rates = Object.entries(wardSeven.coverRates);
  return {
    temporaryCoverMinutes: wardSeven.temporaryCoverHours * 60,
    studyHeadroomMinutes: wardSeven.studyHeadroomHours * 60,
    unavailabilityIncludesStudy: true,
    unavailabilityBp: wardSevenUnavailability,
    unavailabilitySdBp: wardSeven.unavailabilitySdBp,
    shiftMinutes: wardSeven.shiftHours * 60,
    coverBand: '5',
    coverRates: Object.fromEntries(rates.map(([year, pounds]) => [year, Math.round(Number(pounds) * 100)])),
    backfillBp: wardSeven.backfillBp,
    fillBp: wardSeven.fillBp,
  };
}

function wardPolicy(outline: TeamOutline, random: Random): CoverPolicy {
  const tight = outline.cover === 'newly-short' || outline.cover === 'short-after-cover';
  return {
    temporaryCoverMinutes: random.whole(0, 4) * longDay,
    studyHeadroomMinutes: tight ? 120 : random.whole(0, 14) * 45,
    unavailabilityIncludesStudy: tight
      ? true
      : random.weighted([
          [true, 80],
          [false, 12],
          [null, 8],
        ] as const),
    unavailabilityBp: unavailability(tight, random),
    unavailabilitySdBp: random.pick([100, 100, 120, 150]),
    shiftMinutes: longDay,
    coverBand:
      outline.heads.midwife === undefined && !/Critical|Neonatal|Coronary/.test(outline.name) ? '5' : '6',
    coverRates: null,
    backfillBp: 10_000,
    fillBp: outline.cover === 'short-after-cover' ? 6500 : random.whole(15, 18) * 500,
  };
}

function clinicPolicy(random: Random): CoverPolicy {
  return {
    temporaryCoverMinutes: random.whole(0, 2) * clinicDay,
    studyHeadroomMinutes: random.whole(0, 8) * 45,
    unavailabilityIncludesStudy: random.weighted([
      [true, 80],
      [false, 12],
      [null, 8],
    ] as const),
    unavailabilityBp: unavailability(false, random),
    unavailabilitySdBp: random.pick([100, 150]),
    shiftMinutes: clinicDay,
    coverBand: '6',
    coverRates: null,
    backfillBp: random.pick([5000, 7500, 10_000]),
    fillBp: random.whole(14, 17) * 500,
  };
}

/** Nobody is asked to cover these hours: the work is absorbed, and the product shows it as unfilled time. */
function absorbed({ heads }: TeamOutline): CoverPolicy {
  return {
    temporaryCoverMinutes: 0,
    studyHeadroomMinutes: 0,
    unavailabilityIncludesStudy: null,
    unavailabilityBp: null,
    unavailabilitySdBp: null,
    shiftMinutes: null,
    coverBand: heads.doctor === undefined ? '6' : '8a',
    coverRates: null,
    backfillBp: 0,
    fillBp: null,
  };
}

/**
 * The shape of the worked example moved up or down by half points, from 19 to 25%. A team that is tight in term time
 * spreads its summer leave: its worst months are December and July.
 */
function unavailability(spreadSummer: boolean, random: Random): number[] {
  const level = random.whole(-1, 1) * 50;
  return wardSevenUnavailability.map((share, month) => {
    if (spreadSummer && month === 7) return 2150;
    const moved = share + level + (share === 2350 || share === 2500 ? 0 : random.whole(-1, 1) * 50);
    return Math.max(1900, Math.min(2500, moved));
  });
}

function minimumOf(
  outline: TeamOutline,
  policy: CoverPolicy,
  minutes: { readonly contracted: number; readonly released: number },
  dataCut: PlainDate,
  random: Random,
) {
  const daily = outline.type === 'rostered-round-the-clock' && minutes.released === 0 && random.chance(0.3);
  const minimum = isWardSeven(outline)
    ? { weekly: wardSeven.plannedMinimumHours * 60, byWeekday: null }
    : plannedMinimum(outline.cover, supplyOf(policy, minutes), { daily }, random);
  return { ...ownedBy(outline, minimum, dataCut, random) };
}

function supplyOf(policy: CoverPolicy, minutes: { readonly contracted: number; readonly released: number }) {
  return {
    contracted: minutes.contracted,
    temporaryCover: policy.temporaryCoverMinutes,
    unavailabilityBp: policy.unavailabilityBp ?? [],
    fillBp: policy.fillBp ?? 0,
    gap: Math.max(0, minutes.released - policy.studyHeadroomMinutes),
    shift: policy.shiftMinutes ?? clinicDay,
  };
}

/** A planning line has somebody who answers for it, a date and a source; roles, never names. */
function ownedBy(
  outline: TeamOutline,
  minimum: Minimum | null,
  dataCut: PlainDate,
  random: Random,
): Pick<
  TeamRow,
  | 'plannedMinimumMinutes'
  | 'plannedMinimumByWeekday'
  | 'plannedMinimumOwner'
  | 'plannedMinimumDate'
  | 'plannedMinimumSource'
> {
  const known = minimum !== null;
  return {
    plannedMinimumMinutes: minimum?.weekly ?? null,
    plannedMinimumByWeekday: minimum?.byWeekday ?? null,
    plannedMinimumOwner: known ? ownerOf(outline) : null,
    plannedMinimumDate: known ? addDays(dataCut, -random.whole(30, 240)) : null,
    plannedMinimumSource: known ? 'Establishment review, synthetic' : null,
  };
}

function ownerOf({ heads, type }: TeamOutline): string {
  if (heads.midwife !== undefined) return 'Director of Midwifery (role)';
  if (heads.wardNurse === undefined && type === 'clinic-or-list') return 'Head of service (role)';
  return 'Director of Nursing (role)';
}
