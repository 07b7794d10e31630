import { termsOf, type CoverPolicy } from '../backfill/cover-policy.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { halfUp } from '../core/rounding.ts';
import type { PlanningDefaults } from '../parameters/planning-defaults.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { parseBand, type Band } from '../pay/bands.ts';
import type { CostBasis } from '../pay/employer-cost.ts';
import { rungRatesOfYear, type AgencyStaff, type RungOf } from '../pay/rung-rate.ts';
import { isBankRung } from '../pay/rungs.ts';
import type { StaffGroup } from '../staff/staff.ts';
import { ratesUsed, type RateUsed } from './rate-used.ts';
import type { TeamPlan } from './scenario-inputs.ts';

const agencyStaff: Readonly<Partial<Record<StaffGroup, AgencyStaff>>> = {
  'Medical and Dental': 'doctor',
  'Nursing and Midwifery Registered': 'nurse',
};

/** The band cover is bought at: the policy's, else the team sheet's; `null` is not known. */
export function coverBandOf({ team, policy }: Pick<TeamPlan, 'team' | 'policy'>): Band | null {
  const band = policy?.coverBand ?? team.coverBand;
  return band === null ? null : parseBand(band);
}

/** A post's own share away: the mean of the team's months, or of the defaults. */
export function ownUnavailabilityOf({ team }: Pick<TeamPlan, 'team'>, defaults: PlanningDefaults): number {
  const months = team.unavailabilityBp ?? defaults.unavailabilityBp;
  return halfUp(
    months.reduce((sum, share) => sum + share, 0),
    months.length,
  );
}

/** Whose hours a team's rungs buy. */
export function rungOf(plan: TeamPlan, policy: CoverPolicy, band: Band, defaults: PlanningDefaults): RungOf {
  return {
    band,
    agencyStaff: (plan.coverGroup ? agencyStaff[plan.coverGroup] : undefined) ?? 'other',
    actingUp: policy.actingUp,
    medicalGrade: policy.medicalGrade,
    ownUnavailabilityBp: ownUnavailabilityOf(plan, defaults),
    terms: termsOf(policy),
  };
}

/**
 * The rate of every rung of a policy and year. A rate typed for the rung stands above all; the bank's own is the team's
 * (typed by year, or worked out from the band), as without a policy.
 *
 * @throws ModelError 'parameter-missing' without a band to work a rate out from; 'bad-input' for a rung that does not
 * exist at the band, such as overtime in Band 8a.
 */
export function policyRates(
  plan: TeamPlan,
  policy: CoverPolicy,
  years: readonly FinancialYear[],
  bankRates: () => readonly RateUsed[],
  { basis, set, defaults }: { basis: CostBasis; set: ParameterSet; defaults: PlanningDefaults },
): RateUsed[] {
  const used = policy.rungs.filter(({ shareBp }) => shareBp > 0);
  return used.flatMap(({ rung, pence }): RateUsed[] => {
    if (pence !== null) {
      return years.map((financialYear) => ({
        financialYear,
        rung,
        pence,
        origin: 'typed',
        status: null,
        lines: [],
      }));
    }
    if (isBankRung(rung)) return bankRates().map((rate) => ({ ...rate, rung }));
    const band = coverBandOf(plan);
    if (band === null) {
      throw new ModelError('parameter-missing', 'no cover band is entered for this team', '/coverBand');
    }
    const of = rungOf(plan, policy, band, defaults);
    return years.flatMap((financialYear) =>
      ratesUsed(financialYear, rungRatesOfYear(rung, of, financialYear, basis, set), rung),
    );
  });
}
