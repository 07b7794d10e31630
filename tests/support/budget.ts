import fc from 'fast-check';
import { evaluateWard } from '../../shared/backfill/evaluate-ward.ts';
import { openBook, type Book, type BookInputs } from '../../shared/budget/book.ts';
import type { BankShift } from '../../shared/budget/bank-shift.ts';
import type { CodeRow } from '../../shared/budget/codes.ts';
import type { CourseFeeLine } from '../../shared/backfill/ward-inputs.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import type { PayeeFinder } from '../../shared/funding/payee.ts';
import { moneyOfTeam } from '../../shared/scenario/budget-of-plan.ts';
import type { TeamAnswer } from '../../shared/scenario/scenario-answer.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { stressPlan } from './plans.ts';
import { anyWard } from './ward-arbitrary.ts';

export const years = ['2026/27', '2027/28'].map(asFinancialYear);
/** Every year that a random plan can reach into. */
export const allYears = Array.from({ length: 15 }, (_, index) =>
  asFinancialYear(`20${20 + index}/${21 + index}`),
);
export const planFrom = asPlainDate('2027-11-15');

export const noCodes = { costCentre: null, fundingCode: null, project: null, analysis: null };

/** A fee that the bursary never passes, as people enter them. */
const anyFee: fc.Arbitrary<CourseFeeLine> = fc
  .record({
    feePence: fc.integer({ min: 0, max: 900_000 }),
    funded: fc.integer({ min: 0, max: 100 }),
    courseMonths: fc.integer({ min: 1, max: 24 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.constantFrom(2026, 2027),
    instalments: fc.boolean(),
  })
  .map(({ feePence, funded, courseMonths, month, year, instalments }) => {
    const bursaryPence = Math.floor((feePence * funded) / 100);
    const at = (y: number) => asMonth(`${y}-${String(month).padStart(2, '0')}`);
    return {
      feePence,
      count: 1,
      bursaryPence,
      bursaryCount: bursaryPence > 0 ? 1 : 0,
      courseMonths,
      firstMonth: at(year),
      invoices: instalments
        ? [
            { month: at(year), bp: 3333 },
            { month: at(year + 1), bp: 6667 },
          ]
        : undefined,
    };
  });

export type AnyTeam = { readonly plan: TeamPlan; readonly answer: TeamAnswer };

function anyTeam(id: string): fc.Arbitrary<AnyTeam> {
  return fc
    .record({
      ward: anyWard,
      weights: fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 3 }),
      fees: fc.array(
        fc.record({ line: anyFee, source: fc.constantFrom(null, 'nihr-bursary', 'charity', 'levy') }),
        {
          maxLength: 4,
        },
      ),
    })
    .map(({ ward, weights, fees }) => {
      const learners = ward.learners.map((learner, index) => ({ ...learner, key: `${id} learner ${index}` }));
      const wardInputs = { ...ward, learners, fees: fees.map(({ line }) => line) };
      const base = stressPlan([]);
      const plan: TeamPlan = {
        ...base,
        team: { ...base.team, id, name: `Team ${id}` },
        costCentres: weights.map((weight, index) => ({ code: `${id}-${index}`, weight })),
        fees: wardInputs.fees,
        feesOfLearners: fees.map(({ source }, index) => ({
          learnerId: `${id} learner ${index % 2}`,
          source,
        })),
      };
      const answer: TeamAnswer = {
        teamId: id,
        refusal: null,
        ward: evaluateWard(wardInputs),
        wardInputs,
        rates: [],
        assumed: [],
        hoursNotKnown: [],
        feesNotKnown: [],
      };
      return { plan, answer };
    });
}

const anyCode: fc.Arbitrary<CodeRow> = fc.record({
  id: fc.uuid(),
  version: fc.constant(1),
  subject: fc.constantFrom(
    { kind: 'team' as const, teamId: 'a' },
    { kind: 'team' as const, teamId: 'b' },
    { kind: 'source' as const, source: 'charity' },
    { kind: 'source' as const, source: 'nihr-bursary' },
  ),
  from: fc.constantFrom(...['2025-04-01', '2027-04-01', '2027-10-15', '2028-04-01'].map(asPlainDate)),
  costCentre: fc.constantFrom(null, 'X1', 'X2'),
  fundingCode: fc.constantFrom(null, 'F1', 'F2', 'X1'),
  project: fc.constantFrom(null, 'P1'),
  analysis: fc.constant(null),
});

const anyShift: fc.Arbitrary<BankShift> = fc
  .record({
    reference: fc.uuid(),
    teamId: fc.constantFrom('a', 'b', null),
    day: fc.integer({ min: -120, max: 20 }),
    band: fc.constantFrom('5', 'Band 6'),
    minutes: fc.integer({ min: 0, max: 720 }),
    costPence: fc.integer({ min: 0, max: 60_000 }),
  })
  .map(({ day, ...shift }) => ({
    ...shift,
    unit: shift.teamId ?? 'nowhere',
    date: addDays(planFrom, day),
    askedMinutes: 720,
  }));

/** The bursary is paid to the university, a charity to the trust; of the others nobody recorded it. */
export const payeeOf: PayeeFinder = ({ source }) =>
  source === 'nihr-bursary' ? 'university' : source === 'charity' ? 'trust' : null;

/** Two teams with fees, codes that change with time, and bank shifts in some months, some of them on no team's unit. */
export const anyMoney: fc.Arbitrary<{ readonly teams: readonly AnyTeam[]; readonly inputs: BookInputs }> = fc
  .record({
    teams: fc.tuple(anyTeam('a'), anyTeam('b')),
    codes: fc.array(anyCode, { maxLength: 6 }),
    shifts: fc.array(anyShift, { maxLength: 6 }),
  })
  .map(({ teams, codes, shifts }) => {
    const worked = shifts.filter(({ date }) => date < planFrom);
    const inputs: BookInputs = {
      planFrom,
      years: allYears,
      teams: teams.map(({ plan, answer }) => moneyOfTeam(plan, answer, planFrom, payeeOf)),
      codes,
      budgets: [],
      shifts,
      units: worked.map(({ unit, teamId, date, costPence }) => ({
        unit,
        teamId,
        month: asMonth(date.slice(0, 7)),
        pence: costPence + 100,
        studyPence: costPence,
      })),
      ledgerLines: [],
    };
    return { teams, inputs };
  });

export function bookOf(inputs: Partial<BookInputs>): Book {
  const none = { teams: [], codes: [], budgets: [], shifts: [], units: [], ledgerLines: [] };
  return openBook({ planFrom, years, ...none, ...inputs });
}
