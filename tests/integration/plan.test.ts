import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';
import { yearsOf } from '../../shared/pipeline/project-years.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { askWard, type WardQuestion } from '../../shared/scenario/ward-question.ts';
import { scenarioOf } from '../support/plans.ts';
import { useServer } from '../support/server.ts';

/** The worked ward's question: 14 people, a day a week each from 27 September 2027, 11 bursaries of £4,000. */
const question: WardQuestion = {
  learners: 14,
  university: 'exeter',
  stage: 'pgcert',
  weeklyMinutes: 450,
  days: [],
  start: asPlainDate('2027-09-27'),
  feePence: 400_000,
  bursaries: 11,
  bursaryPence: 400_000,
  typedOver: {},
};

describe('the plan of the sample trust, as the server gives it to pages', () => {
  const server = useServer({ sample: true });

  it('the stress ward of the register answers the worked question to the penny', async () => {
    const maya = await server.signIn('workforce');
    const { grid } = await maya.trpc.release.grid.query({});
    const ward = grid.teams.find(({ name }) => name === 'Ward 7, acute medicine')!;
    const { plan, staffInPost } = await maya.trpc.release.team.query({ teamId: ward.id });
    expect(plan.contractedMinutes).toBe(42 * 37.5 * 60);
    expect(staffInPost).toBeGreaterThan(0);
    const asked = askWard(plan, question, publishedParameters);
    const answer = evaluateScenario(scenarioOf([asked]), publishedParameters);
    expect(
      answer.byYear.map((year) => [year.financialYear, year.costPence, year.netFeesPence, year.netPence]),
    ).toEqual([
      ['2027/28', 5_301_450, 720_000, 6_021_450],
      ['2028/29', 3_043_026, 480_000, 3_523_026],
    ]);
    const { short, fix } = answer.teams[0]!.ward!;
    expect(short?.afterCover).toEqual(['2027-12-06', '2027-12-13', '2028-07-03', '2028-07-10', '2028-07-17']);
    expect(fix?.extraPence).toBe(111_440);
  });

  it('overview, cover and grid are one answer: the same pounds and the same team-weeks', async () => {
    const fin = await server.signIn('finance');
    const [overview, cover, grid] = await Promise.all([
      fin.trpc.overview.summary.query(),
      fin.trpc.backfill.summary.query({}),
      fin.trpc.release.grid.query({}),
    ]);
    const shown = cover.summary.byYear.filter(({ financialYear }) => cover.years.includes(financialYear));
    expect(overview.summary.years).toEqual(shown);
    expect(shown.map(({ financialYear }) => financialYear)).toEqual(['2026/27', '2027/28']);
    expect(shown.every(({ costPence }) => costPence > 0)).toBe(true);
    expect(overview.summary.teamWeeks).toEqual(grid.grid.teamWeeks);
    expect(grid.grid.teams).toHaveLength(120);
    expect(grid.grid.weeks).toHaveLength(104);
  });

  it('the whole-NHS basis costs more than the trust’s own, in every year with cover at worked-out rates', async () => {
    const fin = await server.signIn('finance');
    const [own, full] = [
      await fin.trpc.backfill.summary.query({ basis: 'trust' }),
      await fin.trpc.backfill.summary.query({ basis: 'full' }),
    ];
    own.summary.byYear.forEach((year, index) => {
      if (year.costPence > 0) expect(full.summary.byYear[index]!.costPence).toBeGreaterThan(year.costPence);
    });
  });

  it('the pipeline starts from the people named today', async () => {
    const rhea = await server.signIn('research');
    const { plan, namedPi, coverage, dataCut } = await rhea.trpc.pipeline.inputs.query();
    const inputs = { ...scenarioOf([]), pipeline: plan.inputs };
    const { projection } = evaluateScenario(inputs, publishedParameters);
    const years = yearsOf(projection!, 'financial', dataCut);
    expect(years.piNow).toBeCloseTo(namedPi, 9);
    expect(namedPi).toBeGreaterThan(10);
    expect(coverage.held).toBeLessThan(coverage.open);
  });

  it('people on other routes are followed, slots suffice, and openings are not known', async () => {
    const rhea = await server.signIn('research');
    const { plan, openings, unheld } = await rhea.trpc.pipeline.inputs.query();
    const { people, pathway } = plan.inputs;
    const routes = new Set(people.flatMap((one) => (one.kind === 'route' ? [one.route] : [])));
    expect([...routes].sort()).toEqual(Object.keys(pathway.routes ?? {}).sort());
    expect(routes.has('associate-pi')).toBe(true);
    // The sample keeps its supervisors and has slots for all, and lacks the logs of some open studies.
    expect(plan.slots).toEqual({ kind: 'capped', notStarting: [], cuts: [] });
    expect(openings).toBeNull();
    expect(unheld).toBeNull();
  });

  it('what is believed of another route rests on the trust’s own people, and the forecast draws it', async () => {
    const rhea = await server.signIn('research');
    const { plan } = await rhea.trpc.pipeline.inputs.query();
    const { beliefs, workings, uses } = await rhea.trpc.pipeline.beliefs.query();
    const scheme = workings.find(({ id }) => id === 'route-coi:associate-pi')!;
    expect(scheme.yours).toBeGreaterThan(0);
    expect(uses.map(({ code }) => code)).toContain('PIPELINE_PRIOR_ROUTE_ROLE');
    const drawn = forecastPlan(plan.inputs, beliefs).beliefs.routes!;
    expect(Object.keys(drawn).sort()).toEqual(Object.keys(plan.inputs.pathway.routes!).sort());
  });

  it('a team of another trust is not there', async () => {
    const maya = await server.signIn('workforce');
    const missing = maya.trpc.release.team.query({ teamId: '0190a000-0000-7000-8000-000000000000' });
    await expect(missing).rejects.toMatchObject({ data: { code: 'not-found', httpStatus: 404 } });
  });
});
