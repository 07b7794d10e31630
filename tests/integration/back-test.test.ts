import { describe, expect, it } from 'vitest';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { courseFunnel } from '../../shared/learners/funnel.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';
import { pastYears } from '../../shared/scenario/past-counts.ts';
import { peopleOutlook } from '../../shared/scenario/people-outlook.ts';
import { backTestRegister } from '../../shared/scenario/back-test-register.ts';
import { recordedSample } from '../support/recorded-sample.ts';
import { testDay } from '../support/trusts.ts';
import { useServer } from '../support/server.ts';

describe('the back-test and the beliefs of the sample trust, as the server gives them to pages', () => {
  const server = useServer({ sample: true });

  it('are those of the register as it was made, to the last digit', async () => {
    const rhea = await server.signIn('research');
    const { backTest, dataCut } = await rhea.trpc.pipeline.backTest.query();
    expect(dataCut).toBe(testDay);
    const own = backTestRegister(recordedSample('large'), testDay, publishedParameters);
    expect(own.kind).toBe('scored');
    expect(backTest).toEqual(JSON.parse(JSON.stringify(own)));
  });

  it('say what each prior is worth, what the trust recorded, and the rows behind them', async () => {
    const reader = await server.signIn('read-only');
    const { workings, uses, fade, beliefs } = await reader.trpc.pipeline.beliefs.query();
    const withdraw = workings.find(({ id }) => id === 'withdraw-1')!;
    expect([withdraw.priorWorth, withdraw.yours, withdraw.events, withdraw.unit]).toEqual([
      30,
      58,
      8,
      'people',
    ]);
    expect(withdraw.belief).toEqual(beliefs.withdraw[0]);
    expect(fade).toBe(0.8);
    expect(uses.every(({ status }) => ['assumption', 'derived', 'published'].includes(status))).toBe(true);
  });

  it('leave no leaver out of sight: before staff files were read nobody is taken to have stayed', async () => {
    const rhea = await server.signIn('research');
    const { workings } = await rhea.trpc.pipeline.beliefs.query();
    const leaving = workings.filter(({ id }) => id.startsWith('leave:'));
    expect(leaving).toHaveLength(9);
    // The files were read on the day of the data cut: a day in post at most.
    for (const { yours, events } of leaving) expect([yours < 6, events]).toEqual([true, 0]);
  });

  it('past years stand before the forecast, and the first page says of people what that forecast says', async () => {
    const rhea = await server.signIn('research');
    const [{ plan, dataCut }, { beliefs, history }] = [
      await rhea.trpc.pipeline.inputs.query(),
      await rhea.trpc.pipeline.beliefs.query(),
    ];
    const register = recordedSample('large');
    expect(history.financial).toEqual(pastYears(register, testDay, 'financial'));
    expect(history.academic).toEqual(pastYears(register, testDay, 'academic'));
    const { summary } = await rhea.trpc.overview.summary.query();
    const own = peopleOutlook(forecastPlan(plan.inputs, beliefs), dataCut);
    expect(own.piInPost?.on).toBe('2028-03-31');
    expect(summary).toMatchObject(own);
  });

  it('where people are stuck is counted from the rows of the register, a year ago only what its dates can say', async () => {
    const rhea = await server.signIn('research');
    const { course, courseYearAgo, roles, intakesFrom } = await rhea.trpc.pipeline.steps.query();
    expect(intakesFrom).toBe('2026-08');
    const rows = recordedSample('large').learners.flatMap(({ learner }) =>
      learner.route === 'framework' && learner.intakeMonth >= intakesFrom
        ? [{ learner, before: [], withdrawnFor: null }]
        : [],
    );
    expect(course).toEqual(courseFunnel(rows));
    // Nothing had been recorded a year ago: who had applied by then is not known, who had started is.
    expect(Object.keys(courseYearAgo)).toEqual(['started']);
    const [qualified, , named] = roles;
    expect(qualified!.reached).toBeGreaterThan(named!.reached);
  });

  it('who could lead a study is named, with studies that lose their lead before those in set-up', async () => {
    const rhea = await server.signIn('research');
    const { studies, ready } = await rhea.trpc.pipeline.leads.query();
    expect(ready).toBeGreaterThan(0);
    expect(studies.length).toBeGreaterThan(0);
    const inSetUp = studies.map(({ reason }) => reason === 'set-up');
    expect(inSetUp).toEqual([...inSetUp].sort());
    const { openings } = await rhea.trpc.research.activity.query();
    expect(studies.map(({ id }) => id).sort()).toEqual(openings.map(({ studyId }) => studyId).sort());
    for (const { followers } of studies) {
      expect(followers.length).toBeLessThanOrEqual(5);
      for (const { name } of followers) expect(name).toMatch(/^\S+ \S+/);
    }
  });
});
