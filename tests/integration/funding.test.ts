import { describe, expect, test } from 'vitest';
import { exposureWorking } from '../../client/funding/exposure-working.ts';
import { readWorkingKey, workingKey, type WorkingOf } from '../../client/funding/working-key.ts';
import { moneyWorking } from '../../client/funding/working.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { asAcademicYear } from '../../shared/calendar/years.ts';
import { rulesOf2024 } from '../../shared/funding/bursary-rules.ts';
import { updateAgreement } from '../../server/learners/update-agreement.ts';
import { bursaryAward, copiedRound, cpdTerms } from '../support/funding.ts';
import { agreed, interested } from '../support/register.ts';
import { useServer } from '../support/server.ts';

const server = useServer();
const finance = () => server.signIn('finance');

/** Somebody on a course whose fee is £4,000 and who owes a year of service. */
async function onCourse(): Promise<string> {
  const learner = await interested(server.trusts.a, server);
  const saved = await updateAgreement(server.trusts.a.as('workforce'), agreed(learner));
  if (!saved.ok) throw new Error(saved.error.message);
  await server.asApp(
    { trustId: server.trusts.a.id },
    `update learner set status = 'enrolled', status_date = '2026-09-28', started_on = '2026-09-28' where id = $1`,
    [learner.learnerId],
  );
  return learner.learnerId;
}

describe('a source of money', () => {
  test('is there before anybody enters it, with nothing taken for known', async () => {
    const { trpc } = await finance();
    const { sources, useOrLose } = await trpc.funding.show.query();
    const cpd = sources.find(({ key, financialYear }) => key === 'cpd' && financialYear === '2026/27');
    expect(cpd).toMatchObject({
      origin: 'usual',
      held: null,
      fees: 'pays',
      cover: 'does-not-pay',
      amountPence: null,
      carriesForward: null,
      spendBy: '2027-03-31',
    });
    expect(useOrLose.amountNotKnown).toContain('Continuing professional development money');
    expect(useOrLose.lapsing).toEqual([]);
  });

  test('entered for a year holds for that year, and its terms without the amount for the next', async () => {
    const { trpc } = await finance();
    const saved = await trpc.funding.saveSource.mutate({ known: null, terms: cpdTerms });
    const { sources, useOrLose } = await trpc.funding.show.query();
    const [now, next] = sources.filter(({ key }) => key === 'cpd');
    expect(now).toMatchObject({
      origin: 'entered',
      held: { id: saved.id, version: 1 },
      amountPence: 1_000_000,
    });
    expect(next).toMatchObject({
      origin: 'earlier-year',
      termsOf: '2026/27',
      amountPence: null,
      claimDates: [],
      spendBy: '2028-03-31',
      fundingCode: 'CPD01',
    });
    expect(useOrLose).toMatchObject({ yearEnd: '2027-03-31', near: false, unspentPence: 1_000_000 });
    await expect(trpc.funding.saveSource.mutate({ known: null, terms: cpdTerms })).rejects.toMatchObject({
      data: { code: 'already-applied' },
    });
    const stale = { known: { id: saved.id, version: 7 }, terms: cpdTerms };
    await expect(trpc.funding.saveSource.mutate(stale)).rejects.toMatchObject({
      data: { code: 'changed-elsewhere' },
    });
    await trpc.funding.undo.mutate({ changeId: saved.changeId });
    const after = await trpc.funding.show.query();
    expect(after.sources.find(({ key }) => key === 'cpd')).toMatchObject({ origin: 'usual', held: null });
    await expect(trpc.funding.undo.mutate({ changeId: saved.changeId })).rejects.toMatchObject({
      data: { code: 'already-applied' },
    });
  });
});

describe('a bursary round', () => {
  test('whose rules nobody published is not known, and copied only on request, as an assumption', async () => {
    const { trpc } = await finance();
    const before = await trpc.funding.show.query();
    const round = before.rounds.find(({ academicYear }) => academicYear === '2026/27');
    expect(round).toMatchObject({ rules: null, status: 'not-found', copyFrom: { academicYear: '2024/25' } });
    const changed = { ...copiedRound, rules: { ...rulesOf2024, paysRetakes: true } };
    await expect(trpc.funding.saveRound.mutate({ known: null, round: changed })).rejects.toMatchObject({
      data: { code: 'bad-input' },
    });
    const { changeId } = await trpc.funding.saveRound.mutate({ known: null, round: copiedRound });
    const { rounds } = await trpc.funding.show.query();
    expect(rounds.find(({ academicYear }) => academicYear === '2026/27')).toMatchObject({
      rules: rulesOf2024,
      copiedFrom: '2024/25',
      status: 'assumption',
      closesOn: '2026-06-12',
    });
    await trpc.funding.undo.mutate({ changeId });
  });
});

describe('an award', () => {
  test('goes from applied to accepted, counts in uptake and pays the fee it is of', async () => {
    const { trpc } = await finance();
    const learnerId = await onCourse();
    const first = bursaryAward(learnerId, {
      offeredOn: null,
      acceptedOn: null,
      amountPence: null,
      payee: null,
    });
    const { id } = await trpc.funding.saveAward.mutate({ known: null, award: first });
    const waiting = await trpc.funding.show.query();
    expect(waiting.funnel[0]).toMatchObject({ round: '2026/27', applied: 1, accepted: 0 });
    const full = await trpc.funding.saveAward.mutate({
      known: { id, version: 1 },
      award: bursaryAward(learnerId),
    });
    const { funnel, funded, bySource } = await trpc.funding.show.query();
    expect(funnel[0]).toMatchObject({ applied: 1, offered: 1, accepted: 1, acceptedPence: 400_000 });
    expect(funnel[0]?.uptake).toMatchObject({ accepted: 1, of: 1, uptakeBp: 10_000, leftPence: 0 });
    expect(funded[0]).toEqual({ kind: 'fees', totalPence: 400_000, fundedPence: 400_000, unfundedPence: 0 });
    expect(bySource).toEqual([
      { key: 'nihr-bursary', year: null, feesPence: 400_000, coverPence: 0, unspentPence: 0 },
    ]);
    const exposed = await trpc.funding.exposure.query({});
    expect(exposed.exposure).toMatchObject({ people: 1, feesPence: 0, recoverablePence: 0 });
    await trpc.funding.undo.mutate({ changeId: full.changeId });
    const lost = bursaryAward(learnerId, {
      ...{ offeredOn: null, acceptedOn: null, amountPence: null, payee: null },
      ...{ lost: 'late', lostOn: '2026-06-15' as never },
    });
    await trpc.funding.saveAward.mutate({ known: { id, version: 3 }, award: lost });
    const left = await trpc.funding.show.query();
    expect(left.funnel[0]?.uptake).toMatchObject({ accepted: 0, of: 1, leftPeople: 1, leftPence: 400_000 });
    const owed = await trpc.funding.exposure.query({});
    // The whole fee is ours and the agreement asks it all back while the course lasts: nothing is left to lose.
    expect(owed.exposure).toMatchObject({ feesPence: 400_000, recoverablePence: 400_000, mostPence: 0 });
  });

  test('with steps that cannot be, or for nobody, is refused', async () => {
    const { trpc } = await finance();
    const { learnerId } = await interested(server.trusts.a, server);
    const tries: readonly [Parameters<typeof bursaryAward>[1], string][] = [
      [{ offeredOn: null }, 'bad-input'],
      [{ acceptedOn: '2026-07-01' as never }, 'bad-input'],
      [{ paidOn: '2099-01-01' as never }, 'bad-input'],
      [{ lost: 'late', lostOn: '2026-07-30' as never }, 'bad-input'],
      [{ learnerId: server.trusts.b.id }, 'not-found'],
    ];
    for (const [change, code] of tries) {
      const award = bursaryAward(learnerId, change);
      await expect(trpc.funding.saveAward.mutate({ known: null, award })).rejects.toMatchObject({
        data: { code },
      });
    }
  });

  test('of a round keeps its round: another year is another award', async () => {
    const { trpc } = await finance();
    const learnerId = await onCourse();
    const { id } = await trpc.funding.saveAward.mutate({ known: null, award: bursaryAward(learnerId) });
    const moved = bursaryAward(learnerId, { round: asAcademicYear('2027/28') });
    await expect(
      trpc.funding.saveAward.mutate({ known: { id, version: 1 }, award: moved }),
    ).rejects.toMatchObject({ data: { code: 'bad-input' } });
  });
});

describe('the large sample trust', () => {
  const sample = useServer({ sample: true });

  test('has awards in step with its register, and every pound of its fees and cover is on one source or unfunded', async () => {
    const { trpc } = await sample.signIn('finance');
    const shown = await trpc.funding.show.query();
    expect(shown.funnel.find(({ round }) => round === '2026/27')?.uptake.of).toBeGreaterThan(10);
    for (const { uptake, accepted } of shown.funnel) expect(accepted).toBeGreaterThanOrEqual(uptake.accepted);
    const paid = shown.bySource.reduce((sum, one) => sum + one.feesPence + one.coverPence, 0);
    const funded = shown.funded.reduce((sum, one) => sum + one.fundedPence, 0);
    expect(paid).toBe(funded);
    for (const kind of shown.funded) expect(kind.fundedPence + kind.unfundedPence).toBe(kind.totalPence);
    const hidden = Object.values(shown.groups).flat();
    for (const { accepted, people } of hidden) {
      expect(people === null || people === 0 || people >= 5).toBe(true);
      if (people === null) expect(accepted).toBeNull();
    }
    const { exposure, perNamed, cost } = await trpc.funding.exposure.query({});
    expect(exposure.expectedPence).toBeLessThan(exposure.mostPence);
    expect(exposure.each.reduce((sum, one) => sum + one.mostPence, 0)).toBe(exposure.mostPence);
    expect(cost?.stageFeesPence).toBeGreaterThan(0);
    expect(perNamed?.p10 ?? Infinity).toBeLessThanOrEqual(perNamed?.p50 ?? Infinity);
    expect(perNamed?.p50 ?? Infinity).toBeLessThanOrEqual(perNamed?.p90 ?? Infinity);
  });

  test('every pound of the page has a working that comes to it, and whose parts add up where it says so', async () => {
    const { trpc } = await sample.signIn('finance');
    const [shown, exposed] = [await trpc.funding.show.query(), await trpc.funding.exposure.query({})];
    const { useOrLose, funded, bySource, funnel } = shown;
    const pounds: readonly (readonly [WorkingOf, number])[] = [
      ...funnel.flatMap(({ round, acceptedPence, uptake }): [WorkingOf, number][] => [
        [{ kind: 'accepted', round }, acceptedPence],
        [{ kind: 'left', round, reason: null }, uptake.leftPence],
        ...uptake.losses.map(({ reason, pence }): [WorkingOf, number] => [
          { kind: 'left', round, reason },
          pence ?? 0,
        ]),
      ]),
      [{ kind: 'lapse', figure: 'unspent', source: null }, useOrLose.unspentPence],
      ...useOrLose.lapsing.flatMap((one): [WorkingOf, number][] => [
        [{ kind: 'lapse', figure: 'amount', source: one.key }, one.amountPence],
        [{ kind: 'lapse', figure: 'planned', source: one.key }, one.plannedPence],
        [{ kind: 'lapse', figure: 'unspent', source: one.key }, one.unspentPence],
      ]),
      ...funded.flatMap(({ kind: cost, totalPence, fundedPence, unfundedPence }): [WorkingOf, number][] => [
        [{ kind: 'funded', figure: 'total', cost }, totalPence],
        [{ kind: 'funded', figure: 'funded', cost }, fundedPence],
        [{ kind: 'funded', figure: 'unfunded', cost }, unfundedPence],
      ]),
      ...bySource.flatMap(({ key: source, year, ...one }): [WorkingOf, number][] => [
        [{ kind: 'source', figure: 'fees', source, year }, one.feesPence],
        [{ kind: 'source', figure: 'cover', source, year }, one.coverPence],
        [{ kind: 'source', figure: 'unspent', source, year }, one.unspentPence],
      ]),
      ...[{ learnerId: null, ...exposed.exposure }, ...exposed.exposure.each].flatMap(
        ({ learnerId, ...one }): [WorkingOf, number][] => [
          [{ kind: 'exposure', figure: 'fees', learnerId }, one.feesPence],
          [{ kind: 'exposure', figure: 'cover', learnerId }, one.coverPence],
          [{ kind: 'exposure', figure: 'back', learnerId }, one.recoverablePence],
          [{ kind: 'exposure', figure: 'most', learnerId }, one.mostPence],
          [{ kind: 'exposure', figure: 'expected', learnerId }, one.expectedPence],
          [{ kind: 'exposure', figure: 'spent', learnerId }, one.feesPence + one.coverPence],
        ],
      ),
      [{ kind: 'named', figure: 'each' }, exposed.perNamed?.perPersonPence ?? 0],
      [{ kind: 'named', figure: 'cost' }, exposed.perNamed?.expectedCostPence ?? 0],
      [{ kind: 'named', figure: 'spent' }, exposed.cost?.spentPence ?? 0],
      [{ kind: 'named', figure: 'stage-fees' }, exposed.cost?.stageFeesPence ?? 0],
      [{ kind: 'named', figure: 'stage-cover' }, exposed.cost?.stageCoverPence ?? 0],
    ];
    for (const [of, pence] of pounds) {
      const key = workingKey(of);
      expect(readWorkingKey(key), key).toEqual(of);
      const working =
        moneyWorking(shown, of) ?? exposureWorking({ exposed, shown, set: publishedParameters }, of);
      expect([key, working?.pence]).toEqual([key, pence]);
      const sum = working?.rows.reduce((all, row) => all + (row.pence ?? 0), 0);
      if (working?.result === 'Sum') expect([key, sum]).toEqual([key, pence]);
    }
    expect(pounds.filter(([, pence]) => pence > 0).length).toBeGreaterThan(150);
    const [one] = exposed.exposure.each.filter(({ expectedPence }) => expectedPence > 0);
    const facts = { exposed, shown, set: publishedParameters };
    const chance = exposureWorking(facts, {
      kind: 'exposure',
      figure: 'expected',
      learnerId: one!.learnerId,
    });
    expect(halfUp(one!.mostPence * one!.lossBp, 10_000)).toBe(one!.expectedPence);
    expect(chance?.rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['The most we could lose', '× chance of it']),
    );
    const rates = chance?.rows.filter(({ key }) => key.startsWith('PIPELINE_')) ?? [];
    expect(rates.length).toBeGreaterThan(0);
    for (const { detail } of rates) expect(detail).toMatch(/, from \d+ \w+ \d{4} \(\w/);
    for (const { key, couldBringForwardPence, unspentPence } of useOrLose.lapsing) {
      const could = moneyWorking(shown, { kind: 'lapse', figure: 'could', source: key });
      const sum = could?.rows.reduce((all, row) => all + (row.pence ?? 0), 0) ?? 0;
      expect([could?.pence, Math.min(sum, unspentPence)]).toEqual([
        couldBringForwardPence,
        couldBringForwardPence,
      ]);
    }
  });
});
